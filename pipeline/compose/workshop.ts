import type { Charted, Exempt } from "../model/brief.ts";
import type { Block, KeyFigures, LanguagePassage, Note, SectionRole } from "../model/doc.ts";
import type { DiscrepancyReference, Inline, LanguageSpan, WordInline } from "../model/inline.ts";
import type { Figure } from "../model/figure.ts";
import type { BlockId, ChartId, FigureId, SourceId, TableId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import { exemptionsOf, type Exemptions } from "./exemptions.ts";
import type { Helpers } from "./expand.ts";
import { namesOf, type Names } from "./names.ts";
import type { Origin } from "./origin.ts";

/** What a helper leaves in the Markdown: an inline, or something that is settled when the whole text has been read. */
export type Piece =
  | { readonly kind: "inline"; readonly inline: Inline }
  | { readonly kind: "reference"; readonly to: string; readonly place: Place }
  | { readonly kind: "section"; readonly id: string; readonly role: SectionRole; readonly place: Place }
  | { readonly kind: "block"; readonly place: Place; make(id: BlockId): Block }
  | {
      readonly kind: "language";
      readonly place: Place;
      span(around: Workshop): LanguageSpan;
      passage(id: BlockId): LanguagePassage;
    }
  | { readonly kind: "key"; entry(): KeyFigures["entries"][number] };

/** The language of a stretch of text, where it is not the brief's. */
export type Tongue = Pick<LanguageSpan, "language" | "direction">;

/** All that helpers and the Markdown walk share while one brief is composed; it never leaves this stage. */
export interface Workshop {
  readonly brief: Charted;
  readonly names: Names;
  /** What may stand unbound in this brief. */
  readonly exemptions: Exemptions;
  /** The helpers of a template. They call the whole of this stage, so they are handed in rather than imported. */
  readonly helpers: (workshop: Workshop, origin: Origin) => Helpers;
  readonly problems: Problem[];
  /** Numbers and words that a rule lets stand unbound. */
  readonly exempt: Exempt[];
  readonly pieces: Piece[];
  readonly notes: Note[];
  /** The pages that each note names, if it does. */
  readonly notePages: (string | undefined)[];
  /** Sources of datasets and notes, in the order of first use. */
  readonly cited: Set<SourceId>;
  readonly tables: Map<TableId, { readonly number: number; readonly id: BlockId }>;
  readonly charts: Map<ChartId, { readonly number: number; readonly id: BlockId }>;
  readonly sections: Map<string, { readonly id: BlockId; readonly heading: string }>;
  /** Tables and charts that a mistyped name was meant for: what refers to them has no mistake of its own. */
  readonly meant: Set<string>;
  /** The discrepancies that the text marks, by name, in the order of their letters. */
  readonly letters: Map<string, string>;
  /** The bound words that say a direction, as `move` left them. */
  readonly moves: Set<WordInline>;
  /** The language of what is read now, where it is not the brief's. */
  readonly tongue?: Tongue;
  /** Whether what is read now is the label of a key figure. */
  readonly isKeyFigure?: true;
}

/** An empty workshop for one brief. */
export const openWorkshop = (brief: Charted, helpers: Workshop["helpers"]): Workshop => ({
  brief,
  names: namesOf(brief),
  exemptions: exemptionsOf(brief),
  helpers,
  problems: [],
  exempt: [],
  pieces: [],
  notes: [],
  notePages: [],
  cited: new Set(),
  tables: new Map(),
  charts: new Map(),
  sections: new Map(),
  meant: new Set(),
  letters: new Map(),
  moves: new Set(),
});

/** The figure of an id that is known to be there. */
export function figureOf(workshop: Workshop, id: FigureId): Figure {
  const figure = workshop.brief.figures.get(id);
  if (!figure) throw new Error(`no figure ${id}`);
  return figure;
}

/** The letter of a discrepancy: the next one when the text marks it for the first time. */
export function discrepancyMark(workshop: Workshop, name: string, place: Place): DiscrepancyReference {
  const known = workshop.letters.get(name);
  const letter = known ?? letterOf(workshop.letters.size);
  workshop.letters.set(name, letter);
  const target = `discrepancy-${letter}` as BlockId;
  return {
    kind: "discrepancyReference",
    letter,
    target,
    place,
    ...(known === undefined ? { id: `discrepancy-ref-${letter}` as BlockId } : {}),
  };
}

// l and o are left out: beside the number of a note they read as 1 and 0.
const LETTERS = "abcdefghijkmnpqrstuvwxyz";

/** a, b, … z, aa, ab, … */
function letterOf(index: number): string {
  const last = LETTERS[index % LETTERS.length] ?? "";
  return index < LETTERS.length ? last : letterOf(Math.floor(index / LETTERS.length) - 1) + last;
}
