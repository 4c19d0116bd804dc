import type { SentenceChange } from "../model/edition.ts";

/** The sentences of an edition that differ from those of the one before it, in their order; marks of notes say nothing. */
export function changedSentences(old: unknown, now: unknown): readonly SentenceChange[] {
  const [before, after] = [sentencesOf(old), sentencesOf(now)];
  const same = common(before, after);
  const changes: SentenceChange[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...same, [before.length, after.length] as const]) {
    const [gone, come] = [before.slice(i, a), after.slice(j, b)];
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1) {
      const [was, is] = [gone[at], come[at]];
      changes.push({ ...(was === undefined ? {} : { old: was }), ...(is === undefined ? {} : { new: is }) });
    }
    [i, j] = [a + 1, b + 1];
  }
  return changes;
}

/** Pairs of places of a longest run of sentences that both have, in order. */
function common(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** The parts of a Doc that a reader reads as sentences, in the order of the page. */
const READ = [
  "title",
  "subtitle",
  "heading",
  "body",
  "blocks",
  "items",
  "entries",
  "term",
  "description",
  "caption",
  "inlines",
  "notes",
  "discrepancies",
  "says",
  "resolution",
];

/** What makes a list one of inlines: text with its marks, printed in one line. */
const INLINES = new Set([
  "text",
  "emphasis",
  "strong",
  "link",
  "abbreviation",
  "language",
  "break",
  "figure",
  "word",
  "noteReference",
  "crossReference",
  "discrepancyReference",
]);

/** The sentences of a Doc, as doc.json has it: it may be of an earlier version of Footing. */
function sentencesOf(doc: unknown): readonly string[] {
  const cover = property(doc, "cover");
  return [...textsIn(cover), ...textsIn(doc)]
    .flatMap((text) => text.split(/(?<=[.!?]["”’»)]*)\s+/u))
    .filter((text) => text.trim() !== "");
}

function textsIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return isInlines(part) ? [textOf(part)] : part.flatMap(textsIn);
  if (typeof part !== "object" || part === null) return [];
  // What a chart says to whoever cannot see it follows from its numbers.
  const kind = property(part, "kind");
  if (kind === "chart") return ["title", "subtitle"].flatMap((name) => textsIn(property(part, name)));
  const [number, label] = [property(part, "number"), property(part, "label")];
  if (Array.isArray(number) && Array.isArray(label)) return [`${textOf(number)} ${textOf(label)}`];
  return READ.flatMap((name) => {
    const inner = property(part, name);
    return typeof inner === "object" ? textsIn(inner) : [];
  });
}

const isInlines = (list: readonly unknown[]): boolean =>
  list.length > 0 && list.every((each) => INLINES.has(String(property(each, "kind"))));

function textOf(inlines: readonly unknown[]): string {
  return inlines
    .map((inline) => {
      const children = property(inline, "children");
      if (Array.isArray(children)) return textOf(children);
      if (property(inline, "kind") === "break") return " ";
      const text = property(inline, "text");
      return typeof text === "string" ? text : "";
    })
    .join("");
}

const property = (part: unknown, name: string): unknown =>
  typeof part === "object" && part !== null && Object.hasOwn(part, name) ? Reflect.get(part, name) : undefined;
