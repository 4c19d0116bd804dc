/** All kinds of mistakes that the mutation test makes, in the order of its table. */
export const MISTAKES = {
  "digits swapped": "cell",
  "digit changed": "cell",
  "digit dropped": "cell",
  "digit doubled": "cell",
  "sign turned": "cell",
  "factor of ten": "cell",
  "factor of a thousand": "cell",
  "cells swapped in a column": "cell",
  "cells swapped in a row": "cell",
  "unit changed": "cell",
  "word typed by hand": "text",
  "word turned round": "text",
  "condition turned round": "text",
  "number typed by hand": "text",
  "helpers swapped": "swap",
} as const;
export type MistakeKind = keyof typeof MISTAKES;

/** A stretch of a file's text, and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One mistake, made in one file. */
export interface Mistake {
  readonly kind: MistakeKind;
  readonly file: string;
  readonly edits: readonly Edit[];
  /** `file:line`, where the first edit is. */
  readonly where: string;
  readonly from: string;
  readonly to: string;
  /** The given figures whose numbers or units it changes. */
  readonly figures: readonly string[];
}

/** Logical path to text: all files of a brief, its template and the house. */
export type Files = Readonly<Record<string, string>>;

/** The files with a mistake made. */
export function withMistake(files: Files, { file, edits }: Pick<Mistake, "file" | "edits">): Files {
  let text = files[file];
  if (text === undefined) throw new Error(`there is no ${file}`);
  for (const { start, end, text: instead } of edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + instead + text.slice(end);
  }
  return { ...files, [file]: text };
}

/** The offset of a line and column, both from 1. */
export function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let left = line - 1; left > 0; left -= 1) at = text.indexOf("\n", at) + 1;
  return at + column - 1;
}

/** The line of an offset, from 1. */
export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;
