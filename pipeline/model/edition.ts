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

/** A published edition as the list of editions tells it. */
export interface EditionEntry {
  readonly id: EditionId;
  readonly date: string;
  readonly dateText: string;
  readonly kind: EditionKind;
  /** Why it was published, in the editor's words. */
  readonly reason: string;
  /** What moved since the edition before it, flipped words first; nothing for the first edition. */
  readonly changes: readonly EditionChange[];
  /** Where its page is, from this page; the page's own edition has none. */
  readonly href?: string;
}

/** A number or a bound word that an edition says otherwise than the one before it. */
export interface EditionChange {
  readonly figure: FigureId;
  /** As printed: "30 per cent", "rose"; none where it was not there before, or is no longer. */
  readonly old?: string;
  readonly new?: string;
}
