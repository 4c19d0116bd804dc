import type { Face } from "../../type/faces.ts";
import type { Typefaces } from "../../type/typefaces.ts";
import { FAMILIES, type FamilyName } from "../../model/theme.ts";

interface Family {
  readonly normal: Uint8Array;
  readonly bold: Uint8Array;
  readonly italics: Uint8Array;
  readonly bolditalics: Uint8Array;
}

/** The house's families as pdfmake wants them: bytes, never paths. Its "bold" is our semi-bold, 600. */
export function fontFamilies(typefaces: Typefaces): Readonly<Record<FamilyName, Family>> {
  const family = (name: FamilyName): Family => {
    const file = (weight: Face["weight"], italic: boolean): Uint8Array =>
      typefaces.file({ family: name, weight, italic });
    return { normal: file(400, false), bold: file(600, false), italics: file(400, true), bolditalics: file(600, true) };
  };
  const [serif, sans] = FAMILIES;
  return { [serif]: family(serif), [sans]: family(sans) };
}

/** The height of a line of a family as its designer made it, as a multiple of the size. */
export type NaturalHeights = Readonly<Record<FamilyName, number>>;
