import type { Inline } from "../model/inline.ts";
import type { FigureId } from "../model/id.ts";
import type { Place } from "../model/place.ts";

/** A piece of a passage: what is printed, and the figure that it is bound to. */
export interface Atom {
  readonly text: string;
  readonly place: Place;
  readonly bound?: { readonly figure: FigureId; readonly value: string };
}

/** Words that a finished file prints one after the other. */
export interface Passage {
  readonly atoms: readonly Atom[];
  readonly place: Place;
}

/** What a finished file says in a row: a passage, or several of which the order is the drawing's own affair. */
export type Expected =
  | { readonly kind: "passage"; readonly passage: Passage }
  | { readonly kind: "any"; readonly passages: readonly Passage[] };

/** The inlines of a block as a passage; without `marks` those of notes and discrepancies are left out, as in a link. */
export function passageOf(inlines: readonly Inline[], place: Place, marks = true): Passage {
  return { atoms: inlines.flatMap((inline) => atomsOf(inline, marks)), place };
}

/** A passage that is bound to no figure. */
export const wordsOf = (text: string, place: Place): Passage => ({ atoms: [{ text, place }], place });

export const inOrder = (...passages: readonly Passage[]): readonly Expected[] =>
  passages.filter(({ atoms }) => atoms.length > 0).map((passage): Expected => ({ kind: "passage", passage }));

function atomsOf(inline: Inline, marks: boolean): readonly Atom[] {
  const { place } = inline;
  switch (inline.kind) {
    case "text":
    case "abbreviation":
    case "crossReference":
      return [{ text: inline.text, place }];
    case "figure":
    case "word":
      return [{ text: inline.text, place, bound: { figure: inline.figure, value: inline.value } }];
    case "emphasis":
    case "strong":
    case "deleted":
    case "inserted":
    case "link":
    case "language":
      return inline.children.flatMap((child) => atomsOf(child, marks));
    case "break":
      return [];
    case "noteReference":
      return marks ? [{ text: String(inline.number), place }] : [];
    case "discrepancyReference":
      return marks ? [{ text: inline.letter, place }] : [];
  }
}
