import type { FrozenDrawing, RedrawnChart } from "../../../model/doc.ts";
import { drawingsOf } from "../../../model/doc-walk.ts";
import type { Inline } from "../../../model/inline.ts";
import type { ColourName, Palette } from "../../../model/theme.ts";
import { safeSvg } from "../file/svg.ts";
import type { Setting } from "../setting.ts";
import type { Column } from "./blocks.ts";
import type { Content, DrawingContent, TextContent } from "./content.ts";
import { inBold, runs } from "./inlines.ts";

/**
 * The drawings of before and now, one above the other at one scale: side by side on A4, their words would be smaller
 * than a chart's may be. They stand on one page where that leaves none half blank.
 */
export function redrawnContent(redrawn: RedrawnChart, column: Column, setting: Setting): Content[] {
  const { paragraph: space } = setting.theme.paper;
  const drawings = drawingsOf(redrawn);
  const term: TextContent = {
    kind: "text",
    text: inBold(runs(redrawn.term, setting)),
    style: column.style,
    keep: "withNext",
    margin: [column.indent, space, 0, 0],
  };
  const scale = scaleOf(drawings, setting);
  const pictures = drawings.map((drawing): Content => ({
    kind: "stack",
    stack: [wordsContent(drawing, redrawn, column, setting), drawingContent(drawing, scale, setting)],
    keep: "together",
  }));
  return [{ kind: "stack", stack: [term, ...pictures], keep: "together" }];
}

function wordsContent({ words }: FrozenDrawing, { target }: RedrawnChart, column: Column, setting: Setting): Content {
  // On paper the drawing of before stands right here.
  const here = (inline: Inline): Inline =>
    inline.kind === "crossReference" && inline.target === target ? { ...inline, kind: "text" } : inline;
  return {
    kind: "text",
    text: runs(words.map(here), setting),
    style: column.style,
    alignment: "left",
    keep: "withNext",
    margin: [column.indent + 14, 0, 0, 0],
  };
}

/** As large as the charts of the text, as far as the page has room. */
function scaleOf(drawings: readonly FrozenDrawing[], { theme, page }: Setting): number {
  const most = page.depth * 0.75;
  const fits = drawings.map(({ picture: { width, height } }) => Math.min(page.full / width, most / height));
  return Math.min(theme.type.chartPrint / theme.type.chartPage, ...fits);
}

function drawingContent(
  { picture, title, alternative }: FrozenDrawing,
  scale: number,
  setting: Setting,
): DrawingContent {
  const { palette, theme, page } = setting;
  const width = picture.width * scale;
  return {
    kind: "drawing",
    svg: safeSvg(onPaper(picture.svg, palette), title),
    alternative: `${title}. ${alternative}`,
    width,
    height: picture.height * scale,
    scale,
    font: theme.type.sans,
    margin: [page.full - width, 6, 0, 8],
  };
}

/** The colours of the theme as they are printed, on white paper. */
const onPaper = (svg: string, palette: Palette): string =>
  svg.replaceAll(/var\(--(\w+)\)/g, (_, name: ColourName) => (name === "background" ? "#ffffff" : palette[name]));
