import { allBlocks } from "../../../model/doc-walk.ts";
import type { Chart } from "../../../model/doc.ts";
import { plainText } from "../../../model/inline.ts";
import { textAlternative } from "../../../model/text-alternative.ts";
import { csvAttachment } from "./attachments.ts";
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
        alternative: textAlternative(chart),
        ...attachmentOf(chart, setting),
        width: width * scale,
        height: height * scale,
        scale,
        font: theme.type.sans,
        margin: [0, 6, 0, 0],
      },
      ...sourceLine(chart.source, chart.whereData, setting),
    ],
    keep: "together",
    margin: [0, theme.paper.float, 0, theme.paper.float - theme.paper.paragraph],
  };
}

/** The rows that the chart draws go along with it inside the PDF, unless they stand in a table of their own there. */
function attachmentOf(chart: Chart, { doc, data, language }: Setting): Pick<Content, "attachment"> {
  const csv = data.get(chart.csv);
  if (csv === undefined || allBlocks(doc).some((block) => block.kind === "table" && block.csv === chart.csv)) return {};
  const description = `${language.labels.chart} ${chart.number}. ${plainText(chart.title)}`;
  return { attachment: csvAttachment(`chart-${chart.chart}.csv`, description, csv) };
}
