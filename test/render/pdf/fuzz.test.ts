import { describe, expect, test } from "vitest";
import type { Theme } from "../../../pipeline/model/theme.ts";
import type { Composed } from "../../../pipeline/model/brief.ts";
import { provePdf } from "../../../pipeline/prove/pdf.ts";
import { breachesIn } from "../../pdf/check.ts";
import { examine, themeFor, type Findings } from "./geometry.ts";
import { drawings, language } from "./house.ts";
import { place } from "./kit.ts";
import { printed } from "./printed.ts";
import { randomDoc, type Harshness } from "./random-doc.ts";

const PAPERS = ["A4", "A5", "LETTER"] as const;
/** Documents that nobody writes: paragraphs of references, notes of 2,000 words. */
const harsh = (seed: number): Harshness => ({
  notes: [5, 20, 60, 200][seed % 4] ?? 5,
  words: [6, 20, 60, 200][(seed >> 2) % 4] ?? 6,
});
/** Documents as they are written. */
const PLAIN: Harshness = { notes: 25, words: 12 };

const NAMES = ["overlaps", "overflows", "lostNotes", "straysNotes", "stranded", "alone"] as const;
const wrong = (seed: number, found: Findings, more: readonly (keyof Findings)[] = []): readonly string[] =>
  [...NAMES, ...more].flatMap((name) => {
    const all = found[name];
    return typeof all === "number" ? [] : all.map((each) => `document ${seed}, ${name}: ${each}`);
  });

describe.each(PAPERS)("a hundred harsh documents on %s", (paper) => {
  test("have no overlaps, lose no notes, start each on its page, strand no headings, leave no line alone, and end", async () => {
    const breaches: string[] = [];
    let notes = 0;
    for (let seed = PAPERS.indexOf(paper) * 100, last = seed + 100; seed < last; seed += 1) {
      const found = await examine(randomDoc(seed, harsh(seed)), paper);
      breaches.push(...wrong(seed, found));
      notes += found.notes;
    }
    expect(breaches).toEqual([]);
    // 5,000 in the three hundred.
    expect(notes).toBeGreaterThan(5000 / 3);
  }, 240_000);
});

// On A5 a heading with a note and the two lines that it is kept with, with two notes more, are a quarter of a page.
test("forty documents as they are written leave no page but the last more than a quarter blank", async () => {
  const breaches: string[] = [];
  for (let seed = 5000; seed < 5040; seed += 1)
    breaches.push(...wrong(seed, await examine(randomDoc(seed, PLAIN), seed % 2 === 0 ? "A4" : "LETTER"), ["blank"]));
  expect(breaches).toEqual([]);
}, 240_000);

test("a hundred documents, read back from the file, say what the Doc says, word for word, and no more", async () => {
  const astray: string[] = [];
  for (let seed = 7000; seed < 7100; seed += 1) {
    const doc = randomDoc(seed, { notes: 12, words: 12 });
    const inTheme = justified(themeFor(PAPERS[seed % 3] ?? "A4"));
    const bytes = await printed(doc, { theme: inTheme });
    // As much of a brief as the proof of its PDF asks for.
    const brief = { doc, language, theme: inTheme, drawings: drawings(), settings: { place } } as unknown as Composed;
    const { problems, found } = await provePdf(bytes, brief);
    astray.push(...problems.map(({ message }) => `document ${seed}: ${message}`));
    expect(found).toBeGreaterThan(10);
    if (seed % 10 === 0) astray.push(...(await breachesIn(bytes)).map((breach) => `document ${seed}: ${breach}`));
  }
  expect(astray).toEqual([]);
}, 240_000);

const justified = (given: Theme): Theme => ({
  ...given,
  type: { ...given.type, alignment: "justified", smallCaps: true },
});
