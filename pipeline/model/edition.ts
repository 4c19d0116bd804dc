import type { ChartId, EditionId, FigureId } from "./id.ts";

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

/** A published edition as the list of editions tells it. */
export interface EditionEntry {
  readonly id: EditionId;
  readonly date: string;
  readonly dateText: string;
  readonly kind: EditionKind;
  /** Why it was published, in the editor's words. */
  readonly reason: string;
  /** Whether it turns a bound word round, or moves a figure out of its interval. */
  readonly substantial: boolean;
  /** What moved since the edition before it, turned words first; nothing for the first edition. */
  readonly changes: readonly EditionChange[];
  /** Of the brief's own edition alone: its sentences that differ, and its charts that are drawn otherwise. */
  readonly sentences: readonly SentenceChange[];
  readonly charts: readonly ChartChange[];
  /** Where its page is, from this page; the page's own edition has none. */
  readonly href?: string;
}

/** What became of what is printed of a figure, in the order in which an edition tells it. */
export const FIGURE_CHANGES = [
  "word",
  "revised",
  "gap",
  "number",
  "widened",
  "refined",
  "redefined",
  "new",
  "withdrawn",
] as const;
export type FigureChange = (typeof FIGURE_CHANGES)[number];

/** A number or a bound word that an edition says otherwise than the one before it. */
export interface EditionChange {
  readonly figure: FigureId;
  readonly change: FigureChange;
  /** As printed: "30 per cent", "rose"; none where it was not there before, or is no longer. */
  readonly old?: string;
  readonly new?: string;
  /** By how much the number changed, in its own unit: "+2.1". */
  readonly by?: string;
}

/** A sentence that is another one now; without `old` it is new, without `new` it is gone. */
export interface SentenceChange {
  readonly old?: string;
  readonly new?: string;
}

/** As many changes and sentences as page and PDF show; changes.md has all. */
export const MOST_TOLD = { changes: 20, sentences: 8 };

/** Whether changes.md has more than page and PDF show. */
export const hasMore = ({ changes, sentences }: EditionEntry): boolean =>
  changes.length > MOST_TOLD.changes || sentences.length > MOST_TOLD.sentences;

/** A chart that is drawn otherwise than in the edition before; the drawings as links from the edition's page. */
export interface ChartChange {
  readonly chart: ChartId;
  readonly before?: string;
  readonly now?: string;
}

/** What a reader must know of an edition before all else: that it differs in substance, or is taken back. */
export interface EditionNotice {
  readonly kind: "substantial" | "withdrawal";
  readonly text: string;
}
