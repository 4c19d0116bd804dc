import type { Doc } from "../model/doc.ts";
import { error, type Problem } from "../model/problem.ts";
import type { Theme } from "../model/theme.ts";
import type { Face } from "../type/faces.ts";
import type { Typefaces } from "../type/typefaces.ts";
import { eachInline } from "../model/doc-walk.ts";

/** Finds text that the house's typefaces cannot print: it would come out as boxes, in silence. */
export function missingGlyphs(doc: Doc, theme: Theme, typefaces: Typefaces): readonly Problem[] {
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
    for (const face of faces) {
      const [first] = typefaces.missing(face, inline.text);
      if (first === undefined) continue;
      const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      problems.push(
        error("text/missing-glyph", inline.place, `${face.family} has no "${first}" (U+${code})`, {
          hint: "write it with letters that the house's typefaces have",
        }),
      );
      return;
    }
  });
  return problems;
}
