import { FAMILIES, type FamilyName } from "../../../model/theme.ts";
import type { Direction } from "../../../model/direction.ts";
import type { Face, FaceFamily } from "../../../type/faces.ts";
import type { Shaper } from "../../../type/shapes.ts";
import type { Typefaces } from "../../../type/typefaces.ts";

/** A face as text is measured and printed in it; lengths as multiples of the size. */
export interface PrintFont {
  readonly family: FaceFamily;
  readonly bold: boolean;
  readonly italics: boolean;
  /** From the base line up, and down. */
  readonly ascent: number;
  readonly descent: number;
  /** What gives the glyphs of a text that runs one way, with these OpenType features on. */
  shaper(features: readonly string[], direction: Direction): Shaper;
}

/** The house's fonts; one object a face. */
export interface PrintFonts {
  font(family: FaceFamily, bold: boolean, italics: boolean): PrintFont;
}

/** The face that a family has for a slope and a weight; its "bold" is our semi-bold, 600. */
export const faceOf = (family: FaceFamily, bold: boolean, italics: boolean): Face => ({
  family,
  weight: bold ? 600 : 400,
  italic: italics,
});

/** The house's fonts, measured by its typefaces. */
export function printFonts(typefaces: Typefaces): PrintFonts {
  const known = new Map<string, PrintFont>();
  return {
    font(family, bold, italics) {
      const key = `${family} ${String(bold)} ${String(italics)}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const face = faceOf(family, bold, italics);
      const font: PrintFont = {
        family,
        bold,
        italics,
        ...typefaces.reach(face),
        shaper: (features, direction) => typefaces.shaper(face, features, direction),
      };
      known.set(key, font);
      return font;
    },
  };
}

interface Family {
  readonly normal: Uint8Array;
  readonly bold: Uint8Array;
  readonly italics: Uint8Array;
  readonly bolditalics: Uint8Array;
}

/** A family as pdfmake wants it: bytes, never paths. */
function fontFamily(name: FamilyName, typefaces: Typefaces): Family {
  const file = (bold: boolean, italics: boolean): Uint8Array => typefaces.file(faceOf(name, bold, italics));
  return {
    normal: file(false, false),
    bold: file(true, false),
    italics: file(false, true),
    bolditalics: file(true, true),
  };
}

/** The house's families as pdfmake wants them. */
export function fontFamilies(typefaces: Typefaces): Readonly<Record<FamilyName, Family>> {
  const [serif, sans] = FAMILIES;
  return { [serif]: fontFamily(serif, typefaces), [sans]: fontFamily(sans, typefaces) };
}
