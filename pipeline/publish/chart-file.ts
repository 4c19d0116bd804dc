import type { Chart } from "../model/doc.ts";
import { plainText } from "../model/inline.ts";
import { textAlternative } from "../model/text-alternative.ts";
import type { Drawing } from "../model/drawing.ts";

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A chart as an SVG file that stands alone: its title, text alternative and typefaces are inside. */
export function chartFile(chart: Chart, drawing: Drawing): string {
  const words = (text: string): string => escape(text.replaceAll("\u00A0", " "));
  const title = `<title>${words(plainText(chart.title))}</title>`;
  const about = [plainText(chart.subtitle), textAlternative(chart), plainText(chart.source)].filter(
    (text) => text !== "",
  );
  const desc = `<desc>${words(about.map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(" "))}</desc>`;
  const style = `<style>${escape(drawing.faces)}</style>`;
  return `${drawing.download.svg.replace(/^<svg([^>]*)>/, `<svg$1 role="img">${title}${desc}${style}`)}\n`;
}
