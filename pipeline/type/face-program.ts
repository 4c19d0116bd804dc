import { remembering } from "../model/remembered.ts";
import { cutFace, type CutFace } from "./cut-face.ts";
import type { FontFile } from "./font-file.ts";

/** A face as the writer of a PDF needs it; lengths in units of the font. */
export interface FaceProgram {
  /** Its PostScript name. */
  readonly name: string;
  /** Left, bottom, right, top of what any of its glyphs covers. */
  readonly box: readonly [number, number, number, number];
  /** In degrees, below zero where it leans to the right. */
  readonly italicAngle: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly unitsPerEm: number;
  /** How many glyphs it has. */
  readonly glyphs: number;
  readonly advanceOf: (glyph: number) => number;
  /** A file of it with some of its glyphs alone, in the order of their numbers, the first of which is 0. */
  readonly cut: (glyphs: readonly number[]) => CutFace;
}

/** So many cut files of a face are remembered, of some 30 KB each: the next edition of a brief has mostly the glyphs of the last. */
const MOST = 12;

/** What a TrueType file says of its face (OpenType 1.9: head, hhea, OS/2, post). */
export function faceProgram(file: FontFile): FaceProgram {
  const { bytes, table, ascent, descent, unitsPerEm, glyphs, advanceOf } = file;
  const at = (name: string, place: number): number => {
    const start = table(name);
    return start === undefined ? 0 : bytes.getInt16(start + place);
  };
  const post = table("post");
  const hasHeights = at("OS/2", 0) >= 2;
  const kept = remembering<CutFace>(MOST);
  return {
    name: postScriptName(file),
    box: [at("head", 36), at("head", 38), at("head", 40), at("head", 42)],
    italicAngle: post === undefined ? 0 : bytes.getInt32(post + 4) / 0x1_0000,
    ascent,
    descent,
    lineGap: at("hhea", 8),
    capHeight: hasHeights ? at("OS/2", 88) : ascent,
    xHeight: hasHeights ? at("OS/2", 86) : 0,
    unitsPerEm,
    glyphs,
    advanceOf,
    cut: (wanted) => kept(wanted.join(" "), () => cutFace(file, wanted)),
  };
}

const POSTSCRIPT = 6;
const WINDOWS = 3;

/** The name by which files ask for a face (OpenType 1.9, name): ASCII, in UTF-16. */
function postScriptName({ bytes, table }: FontFile): string {
  const start = table("name");
  if (start === undefined) throw new Error("The typeface has no name");
  const texts = start + bytes.getUint16(start + 4);
  for (let i = 0, at = start + 6; i < bytes.getUint16(start + 2); i += 1, at += 12) {
    if (bytes.getUint16(at) !== WINDOWS || bytes.getUint16(at + 6) !== POSTSCRIPT) continue;
    const [length, from] = [bytes.getUint16(at + 8), texts + bytes.getUint16(at + 10)];
    const units = Array.from({ length: length / 2 }, (_, unit) => bytes.getUint16(from + unit * 2));
    return String.fromCharCode(...units);
  }
  throw new Error("The typeface has no PostScript name");
}
