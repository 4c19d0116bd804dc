import * as fontkit from "fontkit";
import { expect, test } from "vitest";
import { openHost } from "../../pipeline/host/host.ts";
import { cutFace } from "../../pipeline/type/cut-face.ts";
import { faceProgram } from "../../pipeline/type/face-program.ts";
import { FAMILIES } from "../../pipeline/model/theme.ts";
import { faceFile, type Face } from "../../pipeline/type/faces.ts";
import { openFontFile } from "../../pipeline/type/font-file.ts";
import { SCRIPT_FAMILIES } from "../../pipeline/type/scripts.ts";

const host = openHost({ data: "data", templates: "templates", out: "out" });

const FACES: readonly Face[] = [...FAMILIES, ...SCRIPT_FAMILIES].flatMap((family) =>
  ([400, 600] as const).flatMap((weight) =>
    (family.startsWith("Source") ? [false, true] : [false]).map((italic): Face => ({ family, weight, italic })),
  ),
);

/** A face as it is, and as fontkit reads it. */
function opened(face: Face) {
  const bytes = faceFile(host, face);
  return { file: openFontFile(bytes), theirs: read(bytes) };
}

function read(bytes: Uint8Array): fontkit.Font {
  const font = fontkit.create(Buffer.from(bytes));
  if (!("layout" in font)) throw new Error("a collection");
  return font;
}

/** Glyphs by their numbers, the first and then others, drawn by chance that is always the same. */
function someOf(count: number, seed: number): readonly number[] {
  const chosen = new Set([0]);
  for (let state = seed; chosen.size < 60;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    chosen.add(state % count);
  }
  return [...chosen].toSorted((a, b) => a - b);
}

const drawn = (font: fontkit.Font, glyph: number): string => font.getGlyph(glyph).path.toSVG();

test.each(FACES)("$family $weight $italic: what is left of a cut face is drawn and measured as before", (face) => {
  const { file, theirs } = opened(face);
  let composed = 0;
  for (const seed of [1, 2, 3]) {
    const glyphs = someOf(file.glyphs, seed);
    const { bytes, places } = cutFace(file, glyphs);
    const cut = read(bytes);
    expect(cut.numGlyphs).toBe(places.size);
    composed += places.size - glyphs.length;
    for (const [glyph, place] of places) {
      expect(drawn(cut, place)).toBe(drawn(theirs, glyph));
      expect(cut.getGlyph(place).advanceWidth).toBe(theirs.getGlyph(glyph).advanceWidth);
    }
    expect([...places.keys()].slice(0, glyphs.length)).toEqual(glyphs);
  }
  // Letters with accents are composed of others, which come along.
  expect(composed).toBeGreaterThan(0);
});

test.each(FACES)("$family $weight $italic: the sums of a cut face are right", (face) => {
  const { bytes } = cutFace(opened(face).file, [0, 1, 2, 3]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sum = (from: number, length: number): number => {
    let all = 0;
    for (let at = from; at < from + length; at += 4) all = (all + view.getUint32(at)) >>> 0;
    return all;
  };
  expect(bytes.length % 4).toBe(0);
  expect(sum(0, bytes.length)).toBe(0xb1b0_afba);
  const entries = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + i * 16);
  // That of head is of a head without the sum of the whole.
  const others = entries.filter((entry) => String.fromCharCode(...bytes.subarray(entry, entry + 4)) !== "head");
  expect(others.map((entry) => view.getUint32(entry + 4))).toEqual(
    others.map((entry) => sum(view.getUint32(entry + 8), (view.getUint32(entry + 12) + 3) & ~3)),
  );
});

test("a face is cut without a change to its file, whatever kind of bytes that is", () => {
  const [face] = FACES;
  const bytes = Buffer.from(face === undefined ? [] : faceFile(host, face));
  const before = Buffer.from(bytes);
  const { places } = cutFace(openFontFile(bytes), someOf(500, 7));
  expect(places.size).toBeGreaterThan(60);
  expect(bytes.equals(before)).toBe(true);
});

test.each(FACES)("$family $weight $italic: what a file says of its face is what fontkit reads", (face) => {
  const { file, theirs } = opened(face);
  const program = faceProgram(file);
  const { minX, minY, maxX, maxY } = theirs.bbox;
  expect({ ...program, box: [...program.box] }).toMatchObject({
    name: theirs.postscriptName,
    box: [minX, minY, maxX, maxY],
    italicAngle: theirs.italicAngle,
    ascent: theirs.ascent,
    descent: theirs.descent,
    lineGap: theirs.lineGap,
    capHeight: theirs.capHeight,
    xHeight: theirs.xHeight,
    unitsPerEm: theirs.unitsPerEm,
    glyphs: theirs.numGlyphs,
  });
  expect(program.cut([0, 5])).toBe(program.cut([0, 5]));
  expect(program.cut([0, 6])).not.toBe(program.cut([0, 5]));
});
