import type { Composed } from "../model/brief.ts";
import { allBlocks } from "../model/doc-walk.ts";
import type { Chart, Doc } from "../model/doc.ts";
import { plainText } from "../model/inline.ts";
import { textAlternative } from "../model/text-alternative.ts";
import type { Drawing } from "../model/drawing.ts";
import { faceRule } from "../type/face-rule.ts";
import type { Face } from "../type/faces.ts";
import type { Typefaces } from "../type/typefaces.ts";

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What is drawn of a brief. */
interface Drawings extends Pick<Composed, "drawings" | "theme"> {
  readonly doc: Pick<Doc, "body">;
}

/** The charts of a brief as SVG files that stand alone, by their paths: title, text alternative and typefaces are inside. */
export async function chartFiles(
  { doc, drawings, theme }: Drawings,
  typefaces: Typefaces,
): Promise<ReadonlyMap<string, string>> {
  const files = allBlocks(doc).flatMap((block) => {
    const drawing = block.kind === "chart" ? drawings.get(block.chart) : undefined;
    if (block.kind !== "chart" || drawing === undefined) return [];
    const rules = drawing.letters.map(async ({ weight, italic, characters }) => {
      const face: Face = { family: theme.type.sans, weight, italic };
      return faceRule(face, await typefaces.subsetWoff2(face, characters));
    });
    return [Promise.all(rules).then((made) => [block.svg, chartFile(block, drawing, made.join(""))] as const)];
  });
  return new Map(await Promise.all(files));
}

function chartFile(chart: Chart, { download }: Drawing, faces: string): string {
  const words = (text: string): string => escape(text.replaceAll("\u00A0", " "));
  const title = `<title>${words(plainText(chart.title))}</title>`;
  const about = [plainText(chart.subtitle), textAlternative(chart), plainText(chart.source)].filter(
    (text) => text !== "",
  );
  const desc = `<desc>${words(about.map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(" "))}</desc>`;
  const style = `<style>${escape(faces)}</style>`;
  return `${download.svg.replace(/^<svg([^>]*)>/, `<svg$1 role="img">${title}${desc}${style}`)}\n`;
}
