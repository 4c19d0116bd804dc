import type { Doc } from "../model/doc.ts";
import { error, type Problem } from "../model/problem.ts";
import type { Place } from "../model/place.ts";
import type { Theme } from "../model/theme.ts";
import { scriptFace, type Face } from "./faces.ts";
import { byScript } from "./scripts.ts";
import type { Typefaces } from "./typefaces.ts";
import { eachInline } from "../model/doc-walk.ts";

/** So many characters of a text are named. */
const MOST = 5;

const named = (character: string): string =>
  `"${character}" (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;

/** A text that is printed, and where it was written. */
interface PrintedText {
  readonly text: string;
  readonly place: Place;
}

/**
 * Finds text that neither the house's typefaces nor those of its script can print: it would come out as boxes, in silence.
 * What the cover prints of the settings of a brief is looked at where their place is given.
 */
export function missingGlyphs(
  doc: Pick<Doc, "cover" | "body" | "discrepancies" | "notes">,
  theme: Theme,
  typefaces: Typefaces,
  settings?: Place,
): readonly Problem[] {
  const faces: readonly Face[] = [theme.type.text, theme.type.sans].map((family) => ({
    family,
    weight: 400,
    italic: false,
  }));
  const texts: PrintedText[] = settings === undefined ? [] : coverTexts(doc.cover, settings);
  eachInline(doc, (inline) => {
    if ("text" in inline) texts.push(inline);
  });
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { text, place } of texts) {
    if (seen.has(text)) continue;
    seen.add(text);
    const problem = lackedBy(faces, text, place, typefaces);
    if (problem) problems.push(problem);
  }
  return problems;
}

/** What a cover prints that is no line of the text. */
const coverTexts = (
  { series, number, institution, authors, keywords, licence }: Doc["cover"],
  place: Place,
): PrintedText[] =>
  [series, number, institution, ...authors, ...keywords, licence].flatMap((text) =>
    text === undefined ? [] : [{ text, place }],
  );

function lackedBy(faces: readonly Face[], text: string, place: Place, typefaces: Typefaces): Problem | undefined {
  const parts = byScript(text);
  for (const house of faces)
    for (const { family, text: part } of parts) {
      const face = family === undefined ? house : scriptFace(family, house);
      const missing = typefaces.missing(face, part);
      if (missing.length === 0) continue;
      const more = missing.length > MOST ? ` and ${missing.length - MOST} more` : "";
      const which = missing.slice(0, MOST).map(named).join(", ") + more;
      return error("text/missing-glyph", place, `${face.family} has no ${which}`, {
        hint: "write it with letters that the house's typefaces have",
      });
    }
  return undefined;
}
