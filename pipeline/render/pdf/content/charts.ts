import { plainText, type Chart } from "../../../model/doc.ts";
import { captionRuns, sourceLine } from "./captions.ts";
import type { Content } from "./content.ts";
import { runs } from "./inlines.ts";
import type { Setting } from "../setting.ts";
import { safeSvg } from "../file/svg.ts";

/** A chart: number and finding, measure and unit, the drawing, the source; all on one page. */
export function chartContent(chart: Chart, setting: Setting): Content {
  const { theme, page, language, drawings, anchors } = setting;
  const drawing = drawings.get(chart.chart);
  if (drawing === undefined) throw new Error(`There is no drawing of the chart ${chart.chart}`);
  const { svg, width, height } = drawing.print;
  // Its words need room on the same page.
  const most = page.depth * 0.75;
  const scale = Math.min(1, page.full / width, most / height);
  const subtitle: Content[] =
    chart.subtitle.length === 0
      ? []
      : [{ kind: "text", keep: "withNext", text: runs(chart.subtitle, setting), style: "subcaption" }];
  return {
    kind: "stack",
    float: true,
    stack: [
      {
        kind: "text",
        keep: "withNext",
        text: captionRuns(language.labels.chart, chart.number, chart.title, setting),
        style: "caption",
        id: anchors(chart.id),
      },
      ...subtitle,
      {
        kind: "drawing",
        svg: safeSvg(svg, chart.chart),
        alternative: plainText(chart.alt),
        width: width * scale,
        height: height * scale,
        scale,
        font: theme.type.sans,
        margin: [0, 6, 0, 0],
      },
      ...sourceLine(chart.source, setting),
    ],
    keep: "together",
    margin: [0, theme.paper.float, 0, theme.paper.float - theme.paper.paragraph],
  };
}
