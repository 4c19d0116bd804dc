/** The text of a finished file, or of a part of it, as read back. */
export interface Reading {
  /** Without spaces and in the compatibility form of Unicode (NFKC): only what is said counts. */
  readonly text: string;
  /** Where the file says that words are bound to a figure, by place in the text; none in a file that cannot say it. */
  readonly spans: readonly Span[] | undefined;
}

/** A stretch of text that a file binds to a figure. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly figure: string;
  readonly value: string;
}

/** Text as it is compared: spaces and invisible marks out, ligatures and superior figures as their letters and digits. */
export const bare = (text: string): string =>
  text.normalize("NFKC").replace(/[\s\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]+/gu, "");
