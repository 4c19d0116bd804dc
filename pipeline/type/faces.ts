import type { Host } from "../model/stage.ts";
import type { FamilyName } from "../model/theme.ts";
import type { ScriptFamily } from "./scripts.ts";

/** The weights that the house sets type in. */
export type Weight = 400 | 600 | 700;

/** A family that the house chooses, or one that a script needs. */
export type FaceFamily = FamilyName | ScriptFamily;

/** One typeface: a family in a weight, upright or italic. */
export interface Face {
  readonly family: FaceFamily;
  readonly weight: Weight;
  readonly italic: boolean;
}

const WEIGHT_NAMES: Readonly<Record<Weight, string>> = { 400: "400Regular", 600: "600SemiBold", 700: "700Bold" };

const PACKAGES: Readonly<Record<FaceFamily, { readonly folder: string; readonly stem: string }>> = {
  "Source Serif 4": { folder: "@expo-google-fonts/source-serif-4", stem: "SourceSerif4" },
  "Source Sans 3": { folder: "@expo-google-fonts/source-sans-3", stem: "SourceSans3" },
  "Noto Serif Hebrew": { folder: "@expo-google-fonts/noto-serif-hebrew", stem: "NotoSerifHebrew" },
  "IBM Plex Sans Arabic": { folder: "@expo-google-fonts/ibm-plex-sans-arabic", stem: "IBMPlexSansArabic" },
};

/** The static TrueType file of a face, with all its OpenType features: what the PDF embeds and what is measured. */
export function faceFile({ packageFile }: Pick<Host, "packageFile">, face: Face): Uint8Array {
  const { folder, stem } = PACKAGES[face.family];
  const name = WEIGHT_NAMES[face.weight] + (face.italic ? "_Italic" : "");
  return packageFile(`${folder}/${name}/${stem}_${name}.ttf`);
}

/** The face in which letters of a script stand beside a face of the house: as heavy, and upright: Hebrew and Arabic slant no words. */
export const scriptFace = (family: ScriptFamily, { weight }: Face): Face => ({ family, weight, italic: false });
