import type { Float, Galley, Piece } from "./piece.ts";

/**
 * A galley in which no table and no chart stands before the text first speaks of it: one that the author put earlier
 * waits for the end of the paragraph that does. One of which the text never speaks stays where it is. What stands from
 * the spot with the name `end` on is no longer text.
 */
export function afterMentions(galley: Galley, end: string): Galley {
  const last = galley.findIndex((each) => each.kind === "piece" && anchorsOf([each]).has(end));
  const text = last < 0 ? galley : galley.slice(0, last);
  const moved = new Map<number, Float[]>();
  const stay = galley.filter((item, at) => {
    if (item.kind === "piece") return true;
    const names = namesOf(item);
    const mention = text.findIndex((each) => each.kind === "piece" && speaksOf(each, names));
    if (mention <= at) return true;
    const after = paragraphEnd(galley, mention);
    moved.set(after, [...(moved.get(after) ?? []), item]);
    return false;
  });
  if (moved.size === 0) return galley;
  const ends = new Map([...moved].map(([after, floats]) => [galley[after], floats]));
  return stay.flatMap((item) => [item, ...(ends.get(item) ?? [])]);
}

const namesOf = ({ pieces }: Float): ReadonlySet<string> => anchorsOf(pieces);

const anchorsOf = (pieces: readonly Pick<Piece, "marks">[]): ReadonlySet<string> =>
  new Set(pieces.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === "line" ? (mark.anchor ?? []) : []))));

const speaksOf = ({ marks }: Piece, names: ReadonlySet<string>): boolean =>
  marks.some(
    (mark) => mark.kind === "line" && mark.line.runs.some(({ look }) => names.has(look.linkToDestination ?? "")),
  );

/** The last line of the paragraph in which a line stands. */
function paragraphEnd(galley: Galley, at: number): number {
  const element = elementOf(galley[at]);
  let end = at;
  while (elementOf(galley[end + 1]) === element) end += 1;
  return end;
}

function elementOf(item: Galley[number] | undefined): unknown {
  if (item?.kind !== "piece") return undefined;
  // The mark of a list's item stands before its text.
  const lines = item.marks.filter((mark) => mark.kind === "line");
  return lines.at(-1)?.element;
}
