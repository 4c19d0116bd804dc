import type { Host } from "../model/stage.ts";
import type { FamilyName } from "../model/theme.ts";

/** The weights that the house sets type in. */
export type Weight = 400 | 600 | 700;

/** One typeface: a family in a weight, upright or italic. */
export interface Face {
  readonly family: FamilyName;
  readonly weight: Weight;
  readonly italic: boolean;
}

const PACKAGES: Readonly<Record<FamilyName, { readonly folder: string; readonly stem: string }>> = {
  "Source Serif 4": { folder: "@expo-google-fonts/source-serif-4", stem: "SourceSerif4" },
  "Source Sans 3": { folder: "@expo-google-fonts/source-sans-3", stem: "SourceSans3" },
};
const WEIGHT_NAMES: Readonly<Record<Weight, string>> = { 400: "400Regular", 600: "600SemiBold", 700: "700Bold" };

/** The static TrueType file of a face, with all its OpenType features: what the PDF embeds and what is measured. */
export function faceFile(host: Host, face: Face): Uint8Array {
  const { folder, stem } = PACKAGES[face.family];
  const name = WEIGHT_NAMES[face.weight] + (face.italic ? "_Italic" : "");
  return host.packageFile(`${folder}/${name}/${stem}_${name}.ttf`);
}
