import type { Font } from "fontkit";
import { remembering, type Remembered } from "../model/remembered.ts";
import type { Host } from "../model/stage.ts";
import type { Direction } from "../model/direction.ts";
import { faceFile, scriptFace, type Face } from "./faces.ts";
import { faceProgram, type FaceProgram } from "./face-program.ts";
import { openFontFile, type FontFile } from "./font-file.ts";
import { byScript } from "./scripts.ts";
import { shaped, type Shape, type Shaper, type Shapers } from "./shapes.ts";
import { smallShaper } from "./small-shaper.ts";
import { faceCutter, type Cutter } from "./subsets.ts";

/** The house's typefaces, opened: what text measures in them, which characters they lack, and their files. */
export interface Typefaces {
  /** One object for all typefaces of the same files: what is made with them may be kept by it. */
  readonly origin: object;
  /**
   * How wide a line of text is at this size, kerning and ligatures counted, in the unit of the size; letters of a script
   * that the house's families lack count in that script's.
   */
  width(face: Face, text: string, size: number): number;
  /** The characters of a text that a face has no glyph for, each once, in the order of the text. */
  missing(face: Face, text: string): readonly string[];
  /**
   * What gives the glyphs of a text in a face, with these OpenType features on. Shapes are kept, so that a word that
   * comes again, in this brief or in the next, is not shaped again; who gets one must not write into it.
   */
  shaper(face: Face, features: readonly string[], direction?: Direction): Shaper;
  /** How far a face reaches up from the base line, and down, as multiples of the size. */
  reach(face: Face): { readonly ascent: number; readonly descent: number };
  /** The face for the writer of PDF files. */
  program(face: Face): FaceProgram;
  /** The whole TrueType file of a face. */
  file(face: Face): Uint8Array;
  /** A WOFF2 file with the glyphs of these characters alone, and the layout features that the house uses. */
  subsetWoff2(face: Face, characters: string): Promise<Uint8Array>;
  /** Has such a file made meanwhile, where the machine can do two things at once: who asks for it later waits less. */
  subsetSoon(face: Face, characters: string): void;
}

/** More shapes of a face than these are forgotten, the whole of them at once. */
const MOST_SHAPES = 20_000;

/** So many characters of texts that were looked through are remembered for each face: those of some briefs. */
const MOST_CHARACTERS = 500_000;

// Line ends, tabs, soft hyphens, zero-width spaces, joiners and word joiners: layout acts on them and paints nothing.
const UNPAINTED = /[\t\n\r\u00ad\u200b-\u200d\u2060\ufeff]/u;

/** Where files of typefaces come from. */
type Source = Pick<Host, "packageFile">;

/** The typefaces as all briefs of a process share them; each has its own cache of cut ones. */
type Shared = Omit<Typefaces, "subsetWoff2" | "subsetSoon"> & { readonly cut: Cutter };

const opened = new WeakMap<Source["packageFile"], Promise<Shared>>();

/**
 * The house's typefaces; each file is read when it is first asked for, and parsed once for all briefs whose host reads
 * packages the same way: what was shaped and cut for one brief serves the next.
 */
export async function openTypefaces(host: Pick<Host, "packageFile" | "cache" | "cutAside">): Promise<Typefaces> {
  const { packageFile } = host;
  const known = opened.get(packageFile) ?? openAnew({ packageFile });
  opened.set(packageFile, known);
  const { cut, ...shared } = await known;
  const subsetWoff2 = (face: Face, characters: string): Promise<Uint8Array> =>
    cut({ name: faceKey(face), characters, file: () => shared.file(face) }, host);
  return {
    ...shared,
    subsetWoff2,
    subsetSoon: (face, characters) => {
      // What goes wrong is heard by whoever asks for the file.
      if (host.cutAside) subsetWoff2(face, characters).catch(() => undefined);
    },
  };
}

/** A face as its file, as this program reads it by itself, and as fontkit does. */
interface OpenFaces {
  readonly file: (face: Face) => Uint8Array;
  readonly tables: (face: Face) => Pick<Shapers, "file" | "small">;
  readonly font: (face: Face) => Font;
}

/** Opens each face when it is first asked for. */
async function openFaces(source: Source): Promise<OpenFaces> {
  const fontkit = await import("fontkit");
  const files = new Map<string, Uint8Array>();
  const fonts = new Map<string, Font>();
  const tables = new Map<string, Pick<Shapers, "file" | "small">>();
  const file = (face: Face): Uint8Array => remembered(files, faceKey(face), () => faceFile(source, face));
  return {
    file,
    tables: (face) =>
      remembered(tables, faceKey(face), () => {
        const own = openFontFile(file(face));
        return { file: own, small: smallShaper(own) };
      }),
    font: (face) =>
      remembered(fonts, faceKey(face), () => {
        // fontkit's types ask for a Buffer.
        const made = fontkit.create(Buffer.from(file(face)));
        if (!("layout" in made)) throw new Error(`${faceKey(face)} is a collection of fonts, not one font`);
        return made;
      }),
  };
}

async function openAnew(source: Source): Promise<Shared> {
  const { file, tables, font } = await openFaces(source);
  const widths = new Map<string, number>();
  const lacking = new Map<string, Remembered<{ readonly characters: readonly string[]; readonly size: number }>>();
  const shapers = new Map<string, Shaper>();
  const programs = new Map<string, FaceProgram>();

  return {
    origin: source,
    file,
    program: (face) => remembered(programs, faceKey(face), () => faceProgram(tables(face).file)),
    shaper: (face, features, direction = "ltr") =>
      remembered(shapers, `${faceKey(face)}\n${features.join(" ")}\n${direction}`, () => {
        const shapes = new Map<string, Shape>();
        return (text) => {
          if (shapes.size > MOST_SHAPES) shapes.clear();
          return remembered(shapes, text, () =>
            shaped(text, features, direction, { ...tables(face), font: () => font(face) }),
          );
        };
      }),
    width(face, text, size) {
      if (widths.size > MOST_SHAPES) widths.clear();
      const ems = remembered(widths, `${faceKey(face)}\n${text}`, () => {
        const parts = byScript(text).map(({ family, text: part }) => {
          const own = family === undefined ? face : scriptFace(family, face);
          const { file: ownTables, small } = tables(own);
          const units = small(part, [])?.advanceWidth ?? font(own).layout(part).advanceWidth;
          return units / ownTables.unitsPerEm;
        });
        return parts.reduce((sum, part) => sum + part, 0);
      });
      return ems * size;
    },
    missing: (face, text) => {
      const known = remembered(lacking, faceKey(face), () => remembering(MOST_CHARACTERS, ({ size }) => size));
      return known(text, () => ({
        characters: lackingIn(text, tables(face).file, () => font(face)),
        size: text.length,
      })).characters;
    },
    reach(face) {
      const { ascent, descent, unitsPerEm } = tables(face).file;
      return { ascent: ascent / unitsPerEm, descent: -descent / unitsPerEm };
    },
    cut: faceCutter(),
  };
}

/** The characters of a text that a face lacks, each once. */
function lackingIn(text: string, { glyphOf }: FontFile, font: () => Font): readonly string[] {
  const has = (codePoint: number): boolean => glyphOf(codePoint) !== 0 || font().hasGlyphForCodePoint(codePoint);
  const lacking = [...text].filter((character) => !UNPAINTED.test(character) && !has(character.codePointAt(0) ?? 0));
  return [...new Set(lacking)];
}

/** A face as one text: its family, weight and slope. */
const faceKey = (face: Face): string => `${face.family} ${face.weight}${face.italic ? " italic" : ""}`;

function remembered<Key, Thing>(known: Map<Key, Thing>, key: Key, make: () => Thing): Thing {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
