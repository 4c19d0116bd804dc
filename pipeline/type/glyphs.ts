import type { Doc } from "../model/doc.ts";
import { error, type Problem } from "../model/problem.ts";
import type { Theme } from "../model/theme.ts";
import { scriptFace, type Face } from "./faces.ts";
import { byScript } from "./scripts.ts";
import type { Typefaces } from "./typefaces.ts";
import { eachInline } from "../model/doc-walk.ts";

/** So many characters of a text are named. */
const MOST = 5;

const named = (character: string): string =>
  `"${character}" (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;

/** Finds text that neither the house's typefaces nor those of its script can print: it would come out as boxes, in silence. */
export function missingGlyphs(
  doc: Pick<Doc, "cover" | "body" | "discrepancies" | "notes">,
  theme: Theme,
  typefaces: Typefaces,
): readonly Problem[] {
  const faces: readonly Face[] = [theme.type.text, theme.type.sans].map((family) => ({
    family,
    weight: 400,
    italic: false,
  }));
  const problems: Problem[] = [];
  const seen = new Set<string>();
  eachInline(doc, (inline) => {
    if (!("text" in inline) || seen.has(inline.text)) return;
    seen.add(inline.text);
    const parts = byScript(inline.text);
    const stretches = faces.flatMap((face) =>
      parts.map(({ family, text }) => ({
        face: family === undefined ? face : scriptFace(family, face),
        text,
      })),
    );
    for (const { face, text } of stretches) {
      const missing = typefaces.missing(face, text);
      if (missing.length === 0) continue;
      const more = missing.length > MOST ? ` and ${missing.length - MOST} more` : "";
      const which = missing.slice(0, MOST).map(named).join(", ") + more;
      problems.push(
        error("text/missing-glyph", inline.place, `${face.family} has no ${which}`, {
          hint: "write it with letters that the house's typefaces have",
        }),
      );
      return;
    }
  });
  return problems;
}
