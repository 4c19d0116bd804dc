/** A part of a text in Markdown: what stands above its lines, and the lines, of which only the first may fit. */
export interface Part {
  readonly head: string;
  readonly lines: readonly string[];
  /** What one line is of, and more than one. */
  readonly of: readonly [one: string, many: string];
  /** The share of the room that it may take; a part without one takes what the others leave, in turn. */
  readonly share?: number;
}

/** So much of a text in Markdown as fits, with whole lines; what is left out is counted, and `whole` says where it stands. */
export function fitted(parts: readonly Part[], most: number, whole: string): string {
  const full = joined(parts.map(partText));
  if (sizeOf(full) <= most) return full;
  const room = most - sizeOf(joined(parts.map((part) => partText({ ...part, lines: [MORE] })))) - NOTE - sizeOf(whole);
  const kept = new Map<Part, number>();
  let left = room;
  for (const part of parts.toSorted((a, b) => Number(a.share === undefined) - Number(b.share === undefined))) {
    const { count, size } = firstThatFit(part.lines, Math.min(left, (part.share ?? 1) * room));
    kept.set(part, count);
    left -= size;
  }
  const cut = parts.map((part) => cutTo(part, kept.get(part) ?? 0));
  return joined([...cut, noteOf(parts, kept, whole)]);
}

/** Room for the line that counts what more there is in a part, and for the note at the end without where the whole is. */
const MORE = "… and 1,000,000 more of them, which are left out here";
const NOTE = 400;

const partText = ({ head, lines }: Pick<Part, "head" | "lines">): string =>
  [...(head === "" ? [] : [head]), ...lines].join("\n");

const joined = (parts: readonly string[]): string => `${parts.filter((part) => part !== "").join("\n\n")}\n`;

function firstThatFit(lines: readonly string[], room: number): { readonly count: number; readonly size: number } {
  let size = 0;
  for (const [count, line] of lines.entries()) {
    const next = size + sizeOf(`${line}\n`);
    if (next > room) return { count, size };
    size = next;
  }
  return { count: lines.length, size };
}

function cutTo({ head, lines, of }: Part, count: number): string {
  const more = lines.length - count;
  if (more === 0) return partText({ head, lines });
  return `${partText({ head, lines: lines.slice(0, count) })}\n\n… and ${counted(more, of)} more`.trimStart();
}

const counted = (count: number, [one, many]: Part["of"]): string => `${count} ${count === 1 ? one : many}`;

function noteOf(parts: readonly Part[], kept: ReadonlyMap<Part, number>, whole: string): string {
  const left = new Map<string, readonly [number, Part["of"]]>();
  for (const part of parts) {
    const more = part.lines.length - (kept.get(part) ?? 0);
    const [before] = left.get(part.of[0]) ?? [0];
    if (more > 0) left.set(part.of[0], [before + more, part.of]);
  }
  const counts = [...left.values()].map(([count, of]) => counted(count, of)).join(", ");
  return `**Left out here: ${counts}.** ${whole}`;
}

/** How long a text is by the strictest way to count: the bytes of its UTF-8, with two for the end of a line. */
const sizeOf = (text: string): number => new TextEncoder().encode(text).length + (text.match(/\n/g)?.length ?? 0);
