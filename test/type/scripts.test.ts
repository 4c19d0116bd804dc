import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { Face } from "../../pipeline/type/faces.ts";
import { saidByGlyphs } from "../../pipeline/type/said.ts";
import { byScript } from "../../pipeline/type/scripts.ts";
import type { Shape } from "../../pipeline/type/shapes.ts";
import { openTypefaces, type Typefaces } from "../../pipeline/type/typefaces.ts";

const SERIF: Face = { family: "Source Serif 4", weight: 400, italic: false };
const ARABIC: Face = { family: "IBM Plex Sans Arabic", weight: 400, italic: false };
const HEBREW: Face = { family: "Noto Serif Hebrew", weight: 600, italic: false };
let reads: string[];
let typefaces: Typefaces;

beforeEach(async () => {
  reads = [];
  const packageFile = (path: string): Uint8Array => {
    reads.push(path);
    return new Uint8Array(readFileSync(`node_modules/${path}`));
  };
  typefaces = await openTypefaces({ packageFile });
});

describe("a text by script", () => {
  test("is cut where it leaves the house's letters, and where it comes back", () => {
    expect(byScript("see שָׁלוֹם, (سلام)!")).toEqual([
      { family: undefined, text: "see " },
      { family: "Noto Serif Hebrew", text: "שָׁלוֹם" },
      { family: undefined, text: ", (" },
      { family: "IBM Plex Sans Arabic", text: "سلام" },
      { family: undefined, text: ")!" },
    ]);
    expect(byScript("Škoda − 7")).toEqual([{ family: undefined, text: "Škoda − 7" }]);
  });

  test("keeps joiners with the letters that they join or part", () => {
    expect(byScript("می\u200cخواهم")).toEqual([{ family: "IBM Plex Sans Arabic", text: "می\u200cخواهم" }]);
  });

  test("reads a script's file only where a text needs it", () => {
    typefaces.width(SERIF, "rail", 10);
    expect(reads).toHaveLength(1);
    typefaces.width(SERIF, "rail שלום", 10);
    expect(reads).toHaveLength(2);
    expect(reads[1]).toContain("noto-serif-hebrew");
  });
});

const ids = ({ glyphs }: Shape): readonly number[] => glyphs.map(({ id }) => id);
const says = ({ glyphs }: Shape): string =>
  String.fromCodePoint(...glyphs.toReversed().flatMap(({ codePoints }) => codePoints));

describe("letters of Arabic", () => {
  test("take the form of their place in the word", () => {
    const shape = typefaces.shaper(ARABIC, [], "rtl");
    const [last, middle, first] = ids(shape("ببب"));
    const [alone] = ids(shape("ب"));
    expect(new Set([first, middle, last, alone]).size).toBe(4);
    expect(ids(shape("ب ب")).filter((id) => id === alone)).toHaveLength(2);
  });

  test("say themselves in the order of the text, through ligatures, marks and joiners", () => {
    const shape = typefaces.shaper(ARABIC, [], "rtl");
    for (const word of ["لا", "أوّلًا", "في", "محطّة", "سؤالٌ", "می\u200cخواهم", "الله"])
      expect(says(shape(word))).toBe(word);
    expect(ids(shape("لا"))).toHaveLength(1);
  });

  test("have shadda under the vowel, whichever was typed first", () => {
    const shape = typefaces.shaper(ARABIC, [], "rtl");
    expect(ids(shape("ك\u064e\u0651"))).toEqual(ids(shape("ك\u0651\u064e")));
  });

  test("and of Hebrew stand in the order of their places, from left to right", () => {
    const { glyphs } = typefaces.shaper(HEBREW, [], "rtl")("אב");
    expect(glyphs.map(({ codePoints }) => codePoints)).toEqual([[0x5d1], [0x5d0]]);
    expect(typefaces.missing(HEBREW, "שָׁלוֹם")).toEqual([]);
  });
});

test("a glyph says what of the text it completes, the last all that is left", () => {
  const [lam, mark, alef] = [0x644, 0x64b, 0x627];
  expect(saidByGlyphs("لًا", [[lam, alef], [mark]])).toEqual([[lam], [mark, alef]]);
  expect(saidByGlyphs("ab", [[0x61], []])).toEqual([[0x61], [0x62]]);
  expect(saidByGlyphs("a", [[], [0x61]])).toEqual([[], [0x61]]);
});
