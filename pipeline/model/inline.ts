import type { Direction } from "./direction.ts";
import type { FigureClass } from "./figure.ts";
import type { BlockId, FigureId } from "./id.ts";
import type { Place } from "./place.ts";

interface Node {
  readonly place: Place;
}

export interface TextInline extends Node {
  readonly kind: "text";
  readonly text: string;
}
export interface Emphasis extends Node {
  /** `deleted` and `inserted` are what an edition no longer says, and what it says instead. */
  readonly kind: "emphasis" | "strong" | "deleted" | "inserted";
  readonly children: readonly Inline[];
}
export interface Link extends Node {
  readonly kind: "link";
  readonly href: string;
  readonly children: readonly Inline[];
}
export interface Abbreviation extends Node {
  readonly kind: "abbreviation";
  readonly text: string;
  readonly title: string;
}
export interface LanguageSpan extends Node {
  readonly kind: "language";
  readonly language: string;
  readonly direction: Direction;
  readonly children: readonly Inline[];
}
export interface Break extends Node {
  readonly kind: "break";
}

/** A bound number, as printed. */
export interface FigureInline extends Node {
  readonly kind: "figure";
  readonly figure: FigureId;
  /** Number and unit in prose, number alone in a cell. */
  readonly text: string;
  /** How a screen reader says it, where that differs: "minus 3.8". */
  readonly spoken?: string;
  /** The value for machines, plain digits. */
  readonly value: string;
  readonly show: "number" | "range" | "count";
  readonly class: FigureClass;
}

/** A bound word of direction or size: rose, more than doubled. */
export interface WordInline extends Node {
  readonly kind: "word";
  readonly figure: FigureId;
  readonly text: string;
  /** What it says of the figure: a direction, or the condition that it needs. */
  readonly says: string;
  readonly value: string;
  readonly class: FigureClass;
}

export interface NoteReference extends Node {
  readonly kind: "noteReference";
  readonly number: number;
  readonly note: BlockId;
  readonly id: BlockId;
}
export interface CrossReference extends Node {
  readonly kind: "crossReference";
  readonly target: BlockId;
  readonly text: string;
}
export interface DiscrepancyReference extends Node {
  readonly kind: "discrepancyReference";
  readonly letter: string;
  readonly target: BlockId;
  /** Only the first reference to an entry has one; the entry links back to it. */
  readonly id?: BlockId;
}

export type Inline =
  | TextInline
  | Emphasis
  | Link
  | Abbreviation
  | LanguageSpan
  | Break
  | FigureInline
  | WordInline
  | NoteReference
  | CrossReference
  | DiscrepancyReference;

/** What inlines say, as plain text; note and discrepancy marks are left out. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case "text":
        case "figure":
        case "word":
        case "abbreviation":
        case "crossReference":
          return inline.text;
        case "emphasis":
        case "strong":
        case "deleted":
        case "inserted":
        case "link":
        case "language":
          return plainText(inline.children);
        case "break":
          return " ";
        case "noteReference":
        case "discrepancyReference":
          return "";
      }
    })
    .join("");
}

/** A narrow space where no line may break, U+202F: it keeps marks from each other, and from a number before them. */
export const NARROW = "\u202f";

/** Whether the number of a note would be read, and copied, as one with the digits before it. */
export const runsOn = (mark: Inline, before: Inline | undefined): boolean =>
  mark.kind === "noteReference" && before !== undefined && /\p{N}$/u.test(plainText([before]));
