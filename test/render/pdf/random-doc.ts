import type { Block, Doc, Note, Table } from "../../../pipeline/model/doc.ts";
import type { Inline } from "../../../pipeline/model/inline.ts";
import type { TableId } from "../../../pipeline/model/id.ts";
import { doc } from "./fixture.ts";
import { block, emphasis, figure, noteRef, paragraph, place, section, strong, text } from "./kit.ts";
import { chart } from "./tables.ts";

/** Numbers that look random and are the same on every machine: mulberry32. */
function dice(seed: number): { below: (n: number) => number; chance: (p: number) => boolean } {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { below: (n) => Math.floor(next() * n), chance: (p) => next() < p };
}

const WORDS =
  "the of a budget research international cooperation programme share per cent rose fell scholarships infrastructure Academy million CNY development responsibilities and in under ministry students institutions’ “open” evaluation well-known statistics undetermined https://example.org/a/long/path/to/some/report.html".split(
    " ",
  );

/** How harsh a document is: where notes are referred to, and how long they are. */
export interface Harshness {
  /** Notes in all, at most. */
  readonly notes: number;
  /** Words of a note, at most; one in twenty is ten times as long. */
  readonly words: number;
}

/** A document that nobody would write, of everything in any order, the same for the same seed. */
export function randomDoc(seed: number, harsh: Harshness): Doc {
  const { below, chance } = dice(seed);
  const notes: Note[] = [];
  let ids = 0;
  const id = (): string => `r-${(ids += 1)}`;
  const words = (most: number): string =>
    Array.from({ length: 1 + below(most) }, () => WORDS[below(WORDS.length)] ?? "the").join(" ");
  const note = (): Inline => {
    // Now and then a note is referred to again.
    if (notes.length > 0 && chance(0.08)) return noteRef(1 + below(notes.length));
    if (notes.length >= harsh.notes) return text("");
    const number = notes.length + 1;
    const length = chance(0.05) ? harsh.words * 10 : harsh.words;
    const inlines = [text(`Note ${number}: ${words(length)} `), emphasis(words(4)), text(` end ${number}.`)];
    notes.push({
      number,
      id: block(`note-${number}`),
      referenceId: block(`ref-${number}`),
      sources: [],
      inlines,
      place,
    });
    return noteRef(number);
  };
  const inlines = (most: number, often: number): Inline[] => {
    const all: Inline[] = [];
    for (let left = 1 + below(most); left > 0; left -= 12) {
      all.push(text(`${words(12)} `), chance(0.2) ? strong(words(2)) : figure(`${below(900)}\u00a0per cent`));
      if (chance(often)) all.push(note());
      if (chance(often / 4)) all.push(note(), note());
      all.push(text(". "));
    }
    return all;
  };
  const table = (number: number): Table => {
    const columns = 2 + below(5);
    const name = id();
    const cell = (c: number) => ({
      inlines: c === 0 ? inlines(chance(0.05) ? 300 : 8, 0.15) : [figure(String(below(10_000)))],
      head: c === 0,
      align: c === 0 ? ("start" as const) : ("end" as const),
    });
    const over = Array.from({ length: columns }, (_, c) => ({
      inlines: [text(words(3)), ...(chance(0.1) ? [note()] : [])],
      scope: "column" as const,
      columnSpan: 1,
      rowSpan: 1,
      align: c === 0 ? ("start" as const) : ("end" as const),
    }));
    return {
      kind: "table",
      id: block(name),
      table: name as TableId,
      number,
      caption: [text(words(12)), ...(chance(0.3) ? [note()] : [])],
      columns: over.map((_, c) => ({ column: `c${c}`, align: c === 0 ? "start" : "end", head: c === 0 })),
      headers: [over],
      rows: Array.from({ length: 1 + below(chance(0.2) ? 80 : 12) }, (_row, r) => ({
        kind: chance(0.05) && r > 0 ? ("total" as const) : ("body" as const),
        cells: over.map((_head, c) => cell(c)),
      })),
      notes: chance(0.3) ? [paragraph(...inlines(20, 0.2))] : [],
      source: [text(words(8)), ...(chance(0.2) ? [note()] : [])],
      csv: "tables/x.csv",
      place,
    };
  };
  const blocks = (depth: number): Block[] =>
    Array.from({ length: 1 + below(depth > 0 ? 3 : 7) }, (): Block => {
      const kind = below(depth > 1 ? 6 : 12);
      if (kind < 5) return paragraph(...inlines(90, 0.4));
      if (kind === 5) return paragraph(...inlines(8, 0.3));
      if (kind === 6) {
        const items = Array.from({ length: 1 + below(6) }, () => [
          paragraph(...inlines(40, 0.4)),
          ...(chance(0.3) ? blocks(depth + 1) : []),
        ]);
        return { kind: "list", id: block(id()), ordered: chance(0.5), items, place };
      }
      if (kind === 7) return { kind: "quote", id: block(id()), blocks: [paragraph(...inlines(40, 0.3))], place };
      if (kind === 8)
        return {
          kind: "callout",
          id: block(id()),
          heading: inlines(4, 0.2),
          blocks: [paragraph(...inlines(60, 0.4))],
          place,
        };
      if (kind === 9 && depth === 0) return table(ids + 1);
      if (kind === 10 && depth === 0)
        return { ...chart(), id: block(id()), title: [text(words(12)), ...(chance(0.4) ? [note()] : [])] };
      const entries = [{ term: [text(words(3))], description: inlines(30, 0.3) }];
      return { kind: "definitions", id: block(id()), entries, place };
    });
  const body = Array.from({ length: 1 + below(6) }, () => {
    const inner = chance(0.4) ? [section(id(), 2, words(8), "text", ...blocks(0))] : [];
    const made = section(id(), 1, words(chance(0.1) ? 40 : 6), "text", ...blocks(0), ...inner);
    return chance(0.2) ? { ...made, heading: [...made.heading, note()] } : made;
  });
  return { ...doc, body, notes, discrepancies: [] };
}
