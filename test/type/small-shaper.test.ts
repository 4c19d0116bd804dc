import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import { describe, expect, test } from "vitest";
import { slowPaths } from "../../pipeline/model/slow-paths.ts";
import type { Host } from "../../pipeline/model/stage.ts";
import { faceFile, type Face } from "../../pipeline/type/faces.ts";
import { openFontFile } from "../../pipeline/type/font-file.ts";
import { smallShaper } from "../../pipeline/type/small-shaper.ts";
import { openTypefaces } from "../../pipeline/type/typefaces.ts";

const host = {
  packageFile: (path: string) => new Uint8Array(readFileSync(`node_modules/${path}`)),
} as Partial<Host> as Host;

const SLOPES = [false, true];
const FACES: readonly Face[] = [
  ...(["Source Serif 4", "Source Sans 3"] as const).flatMap((family) =>
    ([400, 600] as const).flatMap((weight) => SLOPES.map((italic) => ({ family, weight, italic }))),
  ),
  ...(["Noto Serif Hebrew", "IBM Plex Sans Arabic"] as const).flatMap((family) =>
    ([400, 600] as const).map((weight) => ({ family, weight, italic: false })),
  ),
];

// Those of the PDF's styles.
const FEATURES = [[], ["onum", "pnum"], ["tnum", "lnum"], ["onum", "pnum", "c2sc", "smcp"]];

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const words = (path: string): readonly string[] => [...new Set(text(path).split(/(?<= )|\n/u))];

/** Every pair of some characters, of which fonts have rules of their own. */
function pairs(): readonly string[] {
  const letters = "AFLPTVWYafijrtvwy’“.,:-–(/127 %\u00a0\u2010½²ªßéœŁ€−";
  return [...letters].flatMap((first) => [...letters].map((second) => first + second));
}

const PROSE = words("templates/belt-and-road-science/prose.md.hbs");
const CORPUS = [
  ...PROSE,
  ...words("test/cases/page-with-right-to-left-quotations/input/templates/rail/prose.md.hbs"),
  ...pairs(),
  ..."fi ff ffi fl ffl fj fb Th 1/2 3⁄4 1st a\u0301 e\u0308\u0323 AV\u00adA a\u200bb To. “V” T.A. 10:30 (1990) x\u0302y 𝒜 ".split(
    " ",
  ),
];

/** What fontkit makes of a text, in units of the font. */
function byFontkit(font: Font, of: string, features: readonly string[]): unknown {
  Reflect.set(font, "_glyphs", {});
  const { glyphs, positions, advanceWidth } = font.layout(of, [...features], undefined, undefined, "ltr");
  return [
    glyphs.map(({ id, codePoints, advanceWidth: own }) => [id, codePoints, own]),
    positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => [xAdvance, yAdvance, xOffset, yOffset]),
    advanceWidth,
  ];
}

describe.each(FACES.map((face) => [`${face.family} ${face.weight}${face.italic ? " italic" : ""}`, face] as const))(
  "in %s",
  (_, face) => {
    const bytes = faceFile(host, face);
    const file = openFontFile(bytes);
    const shape = smallShaper(file);
    const font = create(Buffer.from(bytes)) as Font;

    test.each(FEATURES.map((features) => [features.join(" "), features] as const))(
      "the small shaper's answers are fontkit's, with the features %s",
      (__, features) => {
        const unlike = CORPUS.filter((word) => {
          const run = shape(word, features);
          if (run === undefined) return false;
          const { glyphs, advances, advanceWidth } = run;
          const own = [
            glyphs.map(({ id, codePoints }) => [id, codePoints, file.advanceOf(id)]),
            advances.map((each) => [each, 0, 0, 0]),
            advanceWidth,
          ];
          return JSON.stringify(own) !== JSON.stringify(byFontkit(font, word, features));
        });
        expect(unlike).toEqual([]);
      },
    );

    test("its measures are fontkit's", () => {
      const { ascent, descent, unitsPerEm } = font;
      expect({ ascent, descent, unitsPerEm }).toEqual({
        ascent: file.ascent,
        descent: file.descent,
        unitsPerEm: file.unitsPerEm,
      });
      const characters = Array.from({ length: 0x30_00 }, (__, code) => code);
      const mapped = characters.filter((code) => file.glyphOf(code) !== 0);
      expect(mapped).toEqual(characters.filter((code) => font.hasGlyphForCodePoint(code)));
    });

    test("it knows nearly all words of a brief", () => {
      const known = PROSE.filter((word) => shape(word, ["onum", "pnum"]) !== undefined);
      expect(known.length / PROSE.length).toBeGreaterThan(0.95);
    });
  },
);

describe("the small shaper", () => {
  const file = openFontFile(faceFile(host, { family: "Source Serif 4", weight: 400, italic: false }));
  const shape = smallShaper(file);

  test("leaves to fontkit what other rules might touch", () => {
    for (const word of ["3⁄4", "a\u0301", "AV\u00adA", "a\u200bb", "𝒜", "שלום", "Ω", "科"])
      expect(shape(word, [])).toBeUndefined();
    expect(shape("", [])).toEqual({ glyphs: [], advances: [], advanceWidth: 0 });
  });

  test("joins letters, and lets a ligature say them", () => {
    const run = shape("fi", []);
    expect(run?.glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints))).toEqual(["fi"]);
  });

  test("is asked first, and what goes the long way is counted", async () => {
    const typefaces = await openTypefaces(host);
    const long = (): number => slowPaths().get("text shaped by fontkit") ?? 0;
    const before = long();
    const print = typefaces.shaper({ family: "Source Serif 4", weight: 400, italic: false }, []);
    print("plain");
    expect(long()).toBe(before);
    print("3⁄4");
    print("3⁄4");
    expect(long()).toBe(before + 1);
  });
});
