import type { EditionId } from "./id.ts";

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
