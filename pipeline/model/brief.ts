import type { Dataset, Discrepancy, Written } from "./dataset.ts";
import type { Doc } from "./doc.ts";
import type { Drawing } from "./drawing.ts";
import type { EditionBefore } from "./edition-text.ts";
import type { Edition, SiteAddress, WhatChanged } from "./edition.ts";
import type { Figure, Gap, Ledger } from "./figure.ts";
import type { Family, FamilySettings } from "./family.ts";
import type { BriefId, ChartId, DatasetId, FigureId, SourceId } from "./id.ts";
import type { Language } from "./language.ts";
import type { Place } from "./place.ts";
import type { EditionRecord } from "./record.ts";
import type { Name, Source } from "./source.ts";
import type { Template } from "./template.ts";
import type { Theme } from "./theme.ts";
import type { FetchLimits } from "./upstream.ts";

/** A warning that the author has accepted. */
export interface Acceptance {
  readonly code: string;
  /** `file:line` or a file, or a figure id that the warning names. */
  readonly at: string;
  readonly reason: string;
  readonly date: string;
  readonly until?: string;
  readonly place: Place;
}

/** What brief.yaml says. */
export interface Settings {
  readonly title: Written;
  readonly subtitle?: Written;
  readonly series?: string;
  readonly number?: string;
  readonly institution: string;
  readonly authors: readonly Name[];
  readonly keywords: readonly string[];
  readonly licence?: string;
  readonly edition: Edition;
  /** Whether the PDF has a table of contents. */
  readonly contents: boolean;
  /** Dates that may stand in the prose unbound, `2015-03-30`, `2016-07` or `2013`. */
  readonly dates: readonly string[];
  /** Names that hold numbers: "Thousand Talents". */
  readonly names: readonly string[];
  /** Words of direction or size that say nothing of a figure: "raise the capacity". */
  readonly idioms: readonly string[];
  readonly accept: readonly Acceptance[];
  /** From where its datasets may be refreshed; without it, from nowhere. */
  readonly upstream?: FetchLimits;
  /** Whether it is a family of briefs, and of whom. */
  readonly family?: FamilySettings;
  /** By when something new is expected. */
  readonly due?: Due;
  /** The day of the run, `YYYY-MM-DD`, where the command line names it. */
  readonly today?: string;
  readonly place: Place;
}

/** The days by which an editor expects the next edition, and newer numbers in datasets, by their ids. */
export interface Due {
  readonly edition?: Written;
  readonly data: ReadonlyMap<string, Written>;
}

/** A brief as read from disk: shapes and names are right, the numbers are not yet looked at. */
export interface Loaded {
  readonly id: BriefId;
  readonly settings: Settings;
  readonly language: Language;
  readonly theme: Theme;
  readonly datasets: ReadonlyMap<DatasetId, Dataset>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly discrepancies: readonly Discrepancy[];
  /** The figures that the datasets give, counts of lists included. */
  readonly given: ReadonlyMap<FigureId, Figure>;
  /** The cells that hold no number. */
  readonly givenGaps: ReadonlyMap<FigureId, Gap>;
  /** The ledger of the last published edition, if there is one. */
  readonly last?: Ledger;
  /** The records of the published editions, in the order of their publication. */
  readonly records: readonly EditionRecord[];
  /** The published edition before this one, if there is one. */
  readonly before?: EditionBefore;
  readonly template: Template;
  /** The house's page shell and style sheet, as text. */
  readonly house: { readonly page: string; readonly css: string };
  /** Where its published editions stand on the web, where the house says so. */
  readonly address?: SiteAddress;
  /** Of a family, its members. */
  readonly family?: Family;
  /** SHA-256 of every file that was read, by logical path. */
  readonly inputs: ReadonlyMap<string, string>;
}

/** A brief whose given numbers can be true. */
export interface Validated extends Loaded {
  /** How many checks the datasets declare, lengths of lists included. */
  readonly checks: number;
}

/** A brief with all that follows from its numbers. */
export interface Derived extends Validated {
  /** All figures, given and derived, in code unit order of their ids. */
  readonly figures: ReadonlyMap<FigureId, Figure>;
  /** All cells that hold no number, given and derived, in code unit order of their ids. */
  readonly gaps: ReadonlyMap<FigureId, Gap>;
  /** Of a member of a family, the key of its rows, and the family as a whole, in which it has its ranks. */
  readonly member?: { readonly key: string; readonly whole: Pick<Derived, "datasets" | "figures" | "gaps"> };
}

/** A brief with its charts drawn. */
export interface Charted extends Derived {
  readonly drawings: ReadonlyMap<ChartId, Drawing>;
}

/** A brief as one Doc tree, with the ledger of what it shows. */
export interface Composed extends Charted {
  readonly doc: Doc;
  readonly ledger: Ledger;
  /** What this edition says otherwise than the one before it, and the files that tell so; nothing for the first. */
  readonly changed?: WhatChanged & { readonly substantial: boolean; readonly files: ReadonlyMap<string, string> };
  /** Numbers and words that stand in the text unbound, with the rule that lets each pass, in the order of reading. */
  readonly exempt: readonly Exempt[];
}

/** A number or word that stands in the text unbound, and why it may. */
export interface Exempt {
  readonly text: string;
  readonly place: Place;
  readonly rule: ExemptRule;
}

/** The rules by which a number or word may stand in the text unbound. */
export const EXEMPT_RULES = {
  date: "a date listed under dates in brief.yaml",
  edition: "the date of the edition",
  period: "the period of a figure",
  source: "the date of a source, or a number of its reference",
  name: "a name listed under names in brief.yaml",
  idiom: "words listed under idioms in brief.yaml",
  unit: "a unit: it says how to read numbers",
  one: "one or first, which the language uses as an article",
  address: "an address or a part of one",
  item: "an item of a list, or a text cell, as the data have it",
} as const;
export type ExemptRule = keyof typeof EXEMPT_RULES;

/** A brief as files, not yet written: path under out/NAME, and bytes. */
export interface Rendered extends Composed {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A brief whose finished bytes, read back, say what its Doc says. */
export interface Proved extends Rendered {
  /** How many inlines were found again, in the page and in the PDF. */
  readonly proof: { readonly page: number; readonly pdf: number };
}
