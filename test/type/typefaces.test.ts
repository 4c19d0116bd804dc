import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Face } from "../../pipeline/type/faces.ts";
import { openTypefaces, type Typefaces } from "../../pipeline/type/typefaces.ts";

const SANS: Face = { family: "Source Sans 3", weight: 400, italic: false };
const SERIF_ITALIC: Face = { family: "Source Serif 4", weight: 400, italic: true };
let reads: string[];
let typefaces: Typefaces;

beforeAll(async () => {
  reads = [];
  const packageFile = (path: string): Uint8Array => {
    reads.push(path);
    return new Uint8Array(readFileSync(`node_modules/${path}`));
  };
  typefaces = await openTypefaces({ packageFile });
});

describe("the typefaces", () => {
  test("are read when first asked for, and once", () => {
    expect(reads).toEqual([]);
    typefaces.width(SANS, "a", 10);
    typefaces.width(SANS, "b", 10);
    typefaces.missing(SANS, "c");
    expect(reads).toEqual(["@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf"]);
  });

  test("measure text with its kerning, in the unit of the size", () => {
    const apart = typefaces.width(SANS, "T", 10) + typefaces.width(SANS, "o", 10);
    expect(typefaces.width(SANS, "To", 10)).toBeLessThan(apart);
    expect(typefaces.width(SANS, "Research", 20)).toBeCloseTo(2 * typefaces.width(SANS, "Research", 10), 9);
    expect(typefaces.width({ ...SANS, weight: 600 }, "Research", 10)).toBeGreaterThan(
      typefaces.width(SANS, "Research", 10),
    );
  });

  test("tell which characters they lack, each once, and pass over what is never painted", () => {
    expect(typefaces.missing(SANS, "科a技科\u00a0\u00ad\u200b\u2060\n")).toEqual(["科", "技"]);
    expect(typefaces.missing(SANS, "Škoda − 7 “½” ’s")).toEqual([]);
  });

  test("cut WOFF2 files to the characters asked for, the same bytes in any order", async () => {
    const [forwards, backwards] = [
      await typefaces.subsetWoff2(SERIF_ITALIC, "abc"),
      await typefaces.subsetWoff2(SERIF_ITALIC, "cbaabc"),
    ];
    expect(new TextDecoder().decode(forwards.slice(0, 4))).toBe("wOF2");
    expect(backwards).toEqual(forwards);
    expect(forwards.length).toBeLessThan(typefaces.file(SERIF_ITALIC).length / 40);
    expect((await typefaces.subsetWoff2(SERIF_ITALIC, "abcABC")).length).toBeGreaterThan(forwards.length);
  });
});
