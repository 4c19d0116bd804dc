import { FAMILIES, type FamilyName } from "../../../model/theme.ts";
import type { Face } from "../../../type/faces.ts";
import type { Shaper, Typefaces } from "../../../type/typefaces.ts";

/** A face as text is measured and printed in it; lengths as multiples of the size. */
export interface PrintFont {
  readonly family: FamilyName;
  readonly bold: boolean;
  readonly italics: boolean;
  /** From the base line up, and down. */
  readonly ascent: number;
  readonly descent: number;
  /** What gives the glyphs of a text, with these OpenType features on. */
  shaper(features: readonly string[]): Shaper;
}

/** The house's fonts; one object a face. */
export interface PrintFonts {
  font(family: FamilyName, bold: boolean, italics: boolean): PrintFont;
}

/** The face that a family has for a slope and a weight; its "bold" is our semi-bold, 600. */
export const faceOf = (family: FamilyName, bold: boolean, italics: boolean): Face => ({
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
      const { ascent, descent, unitsPerEm } = typefaces.font(face);
      const font: PrintFont = {
        family,
        bold,
        italics,
        ascent: ascent / unitsPerEm,
        descent: -descent / unitsPerEm,
        shaper: (features) => typefaces.shaper(face, features),
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

/** The house's families as pdfmake wants them: bytes, never paths. */
export function fontFamilies(typefaces: Typefaces): Readonly<Record<FamilyName, Family>> {
  const family = (name: FamilyName): Family => {
    const file = (bold: boolean, italics: boolean): Uint8Array => typefaces.file(faceOf(name, bold, italics));
    return {
      normal: file(false, false),
      bold: file(true, false),
      italics: file(false, true),
      bolditalics: file(true, true),
    };
  };
  const [serif, sans] = FAMILIES;
  return { [serif]: family(serif), [sans]: family(sans) };
}
