import { expect, test } from "vitest";
import { shownText } from "../../../pipeline/render/pdf/file/glyph-row.ts";
import { literal } from "../../../pipeline/render/pdf/file/literal.ts";
import { PrintedFace } from "../../../pipeline/render/pdf/file/printed-face.ts";
import { unicodeMap } from "../../../pipeline/render/pdf/file/unicode-map.ts";
import { typefaces } from "./house.ts";

/** A face in a file of which only its objects are looked at. */
async function opened() {
  const face = { family: "Source Serif 4", weight: 400, italic: false } as const;
  const faces = await typefaces();
  const written: { readonly data: object; content: string | Uint8Array | undefined }[] = [];
  const ref = (data: object) => {
    const reference = { data, content: undefined as string | Uint8Array | undefined };
    written.push(reference);
    const end = (content?: string | Uint8Array): void => void (reference.content = content);
    return Object.assign(reference, { end }) as unknown as PdfkitReference;
  };
  const program = faces.program(face);
  const font = new PrintedFace({ ref }, { id: "F1", program, shaper: (features) => faces.shaper(face, features) });
  return { font, program, written };
}

const glyphsOf = (font: PrintedFace, text: string, features: readonly string[] = []) =>
  font.layout(text, features).glyphs;

test("a glyph has its own number for a code, and a code of its own for each thing else that it says", async () => {
  const { font, program } = await opened();
  const [hyphen] = glyphsOf(font, "-");
  if (hyphen === undefined) throw new Error("no hyphen");
  // Whichever comes first: a hyphen between words is no soft one.
  const soft = font.saying(hyphen, [0xad]);
  font.encode("-");
  expect(soft).toBe(program.glyphs);
  expect(font.saying(hyphen, [0xad])).toBe(soft);
  expect(font.saying(hyphen, [0x2d])).toBe(hyphen.id);
  expect(font.saying(hyphen, [0x2010])).toBe(soft + 1);
  expect([font.unicode[hyphen.id], font.unicode[soft], font.unicode[soft + 1]]).toEqual([[0x2d], [0xad], [0x2010]]);
});

test("a face that is not asked for is not written, and one that is has what was printed alone", async () => {
  const { font, written } = await opened();
  font.encode("fi of");
  font.finalize();
  expect(written).toEqual([]);
  font.ref();
  font.finalize();
  const [own, program, descriptor] = written;
  expect(own?.data).toMatchObject({ Type: "Font", Encoding: "Identity-H" });
  expect(descriptor?.data).toMatchObject({ Type: "FontDescriptor", Flags: 4, FontFile2: program });
  const sayings = written.flatMap(({ content }) => (typeof content === "string" ? [content] : [])).join("");
  // The ligature says both letters.
  expect(sayings).toContain("<00660069>");
  expect(sayings.match(/^<[\da-f]{4}> <(?!ffff)/gm)).toHaveLength(4);
});

test("a text is shown by the same operators whatever else a file prints", async () => {
  const [one, other] = [await opened(), await opened()];
  other.font.encode("all other letters");
  const shown = ({ font }: typeof one) =>
    shownText([font.layout("AVAIL ", []), font.layout("of", [])], { size: 10, spacing: 0.5, gap: 2 });
  expect(shown(other)).toEqual(shown(one));
  expect(shown(one).operators).toMatch(/^\[<[\da-f]{4}>-?\d+/);
});

test("what codes say is in tables of at most a hundred, in UTF-16", () => {
  const many = unicodeMap(Array.from({ length: 250 }, (_, code) => [code, [0x41]] as const));
  expect(many.match(/\d+ beginbfchar/g)).toEqual(["100 beginbfchar", "100 beginbfchar", "50 beginbfchar"]);
  expect(unicodeMap([[5, [0x1f600]]])).toContain("<0005> <d83dde00>");
});

test("texts stand between brackets as bytes: ASCII with its signs escaped, all else as UTF-16", () => {
  expect(literal("a (b) \\ c\n")).toBe(String.raw`(a \(b\) \\ c\n)`);
  // 時 is U+6642; the low byte of ( in UTF-16 is escaped as well.
  expect(literal("時(")).toBe("(\u00fe\u00ff\u0066\u0042\u0000\\()");
  expect(literal("\u{1f600}")).toBe("(\u00fe\u00ff\u00d8\u003d\u00de\u0000)");
});
