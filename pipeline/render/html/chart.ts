import type { Chart } from "../../model/doc.ts";
import { isInTable } from "../../model/text-alternative.ts";
import { label, type Context } from "./context.ts";
import { drawingHtml } from "./drawing.ts";
import { element, fragment, type Html } from "./element.ts";
import { inlinesHtml } from "./inlines.ts";
import { besideHtml } from "./redrawn.ts";
import { gridHtml } from "./table.ts";

/** A chart: its words, the two drawings of which the style sheet shows one, its data and its files. */
export function chartHtml(chart: Chart, context: Context): Html {
  const drawing = context.drawings.get(chart.chart);
  if (!drawing) throw new Error(`no drawing of the chart ${chart.chart}`);
  const name = `${label(context, "chart")} ${chart.number}`;
  const caption = `${chart.id}_caption`;
  const heading = element(
    "p",
    { class: "caption", id: caption },
    element("b", {}, `${name}.`),
    " ",
    inlinesHtml(chart.title, context),
  );
  const measure =
    chart.subtitle.length > 0 ? element("p", { class: "measure" }, inlinesHtml(chart.subtitle, context)) : undefined;
  const source =
    chart.source.length > 0
      ? element("p", {}, `${label(context, "source")}: `, inlinesHtml(chart.source, context))
      : undefined;
  return element(
    "figure",
    { class: "chart", id: chart.id, "aria-labelledby": caption },
    element("figcaption", {}, heading, measure),
    element(
      "div",
      { class: "drawing" },
      drawingHtml(chart, drawing.wide, "wide"),
      drawingHtml(chart, drawing.narrow, "narrow"),
    ),
    element(
      "div",
      { class: "below" },
      besideHtml(chart, context),
      source,
      dataHtml(chart, name, context),
      filesHtml(chart, name, context),
    ),
  );
}

function dataHtml(chart: Chart, name: string, context: Context): Html | undefined {
  if (chart.data.rows.length === 0) return undefined;
  const caption = fragment(`${name}: `, inlinesHtml(chart.title, { ...context, linked: false }));
  return element(
    "details",
    {},
    element("summary", {}, label(context, "showData")),
    element("p", {}, inlinesHtml(chart.description, context)),
    isInTable(chart)
      ? element("p", {}, inlinesHtml(chart.whereData, context))
      : gridHtml(`${chart.id}_data`, `c${chart.number}`, chart.data, caption, context),
  );
}

const filesHtml = (chart: Chart, name: string, context: Context): Html =>
  element(
    "p",
    { class: "files" },
    element("a", { href: chart.svg, download: true }, `${name}, ${label(context, "downloadSvg")}`),
    " ",
    element("a", { href: chart.csv, download: true }, `${name}, ${label(context, "downloadCsv")}`),
  );
