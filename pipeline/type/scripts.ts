/** Families for letters that no family of the house has, each for a script. */
export const SCRIPT_FAMILIES = ["Noto Serif Hebrew", "IBM Plex Sans Arabic"] as const;
export type ScriptFamily = (typeof SCRIPT_FAMILIES)[number];

/** A stretch of text in one script's family, or in the house's own. */
export interface Stretch {
  readonly family: ScriptFamily | undefined;
  readonly text: string;
}

// The blocks of Unicode, not its properties: those differ from one Node to the next.
const BLOCKS: Readonly<Record<ScriptFamily, string>> = {
  "Noto Serif Hebrew": String.raw`\u0590-\u05ff\ufb1d-\ufb4f`,
  "IBM Plex Sans Arabic": String.raw`\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc`,
};

// Joiners say how the letters beside them join, and go with them.
const JOINERS = String.raw`\u200c\u200d`;

const ANY = new RegExp(`[${Object.values(BLOCKS).join("")}]`, "u");
const STRETCHES = new RegExp(
  SCRIPT_FAMILIES.map((family) => `([${BLOCKS[family]}][${BLOCKS[family]}${JOINERS}]*)`).join("|"),
  "gu",
);

/** A text as stretches of one family each, in order; only letters and marks of a script leave the house's own. */
export function byScript(text: string): readonly Stretch[] {
  if (!ANY.test(text)) return [{ family: undefined, text }];
  const stretches: Stretch[] = [];
  let end = 0;
  const house = (to: number): void => {
    if (to > end) stretches.push({ family: undefined, text: text.slice(end, to) });
  };
  for (const match of text.matchAll(STRETCHES)) {
    const [whole, ...groups] = match;
    house(match.index);
    stretches.push({ family: SCRIPT_FAMILIES[groups.findIndex((group) => group !== undefined)], text: whole });
    end = match.index + whole.length;
  }
  house(text.length);
  return stretches;
}
