import type { Inline } from "./inline.ts";
import type { EditionKind } from "./edition.ts";
import type { EditionId } from "./id.ts";

/** What stands before the text, and in the metadata. */
export interface Cover {
  readonly title: readonly Inline[];
  readonly subtitle: readonly Inline[];
  readonly series?: string;
  readonly number?: string;
  readonly institution: string;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  readonly licence?: string;
  readonly edition: {
    readonly id: EditionId;
    readonly date: string;
    readonly dateText: string;
    readonly kind: EditionKind;
    readonly published: boolean;
  };
  /** How to cite the brief, as one line. */
  readonly citation: string;
  /** Whether a table of contents is printed after it. */
  readonly contents: boolean;
}
