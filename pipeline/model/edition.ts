import type { Change, Differing } from "./change.ts";
import type { EditionId, FigureId } from "./id.ts";

export const EDITION_KINDS = ["first", "revision", "correction", "withdrawal"] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];

/** One published state of a brief. */
export interface Edition {
  readonly id: EditionId;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly kind: EditionKind;
  /** Whether it has been published, and is frozen. */
  readonly published: boolean;
}

/** Where the published editions of a house stand on the web. */
export interface SiteAddress {
  /** Ends with a slash. */
  readonly baseUrl: string;
  /** The address of the picture that stands for a brief where it is shared. */
  readonly picture?: string;
}

/** A published edition as the list of editions tells it. */
export interface EditionEntry {
  readonly id: EditionId;
  readonly date: string;
  readonly dateText: string;
  readonly kind: EditionKind;
  /** Why it was published, in the editor's words. */
  readonly reason: string;
  /** Where its page is, from this page; the page's own edition has none. */
  readonly href?: string;
}

/** A figure or a bound word that an edition says otherwise than the one before it. */
export interface EditionChange {
  readonly figure: FigureId;
  /** The figure in words: "Research projects, shift". */
  readonly name: string;
  readonly change: Change;
  /** As printed: "30 per cent", "rose"; none where it was not there before, or is no longer. */
  readonly old?: string;
  readonly new?: string;
  /** By how much a number was revised: "+1; +14.3 per cent". */
  readonly by?: string;
  /** What differs in how it is defined. */
  readonly definition?: readonly Differing[];
}

/** A sentence that an edition says otherwise, no longer or for the first time. */
export interface ChangedSentence {
  /** The section, table, chart or note that holds it, in words: "Summary", "Table 1". */
  readonly where: string;
  /** The id of that; of the edition before where the sentence is there no longer. */
  readonly block: string;
  readonly old?: string;
  readonly new?: string;
}

/** A chart that an edition draws otherwise, no longer or for the first time: where the drawings are, from its page. */
export interface ChangedChart {
  readonly chart: string;
  readonly title: string;
  readonly old?: string;
  readonly new?: string;
}

/** All that an edition says otherwise than the one before it. */
export interface WhatChanged {
  /** Flipped words first, then figures revised, and so on as CHANGES has them. */
  readonly changes: readonly EditionChange[];
  /** In the order of reading. */
  readonly sentences: readonly ChangedSentence[];
  readonly charts: readonly ChangedChart[];
}
