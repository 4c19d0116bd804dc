import type { Language } from "../model/language.ts";
import { remembering } from "../model/remembered.ts";
import type { Theme } from "../model/theme.ts";
import type { JsonObject } from "./json.ts";

const SERIES = ["theme:series1", "theme:series2", "theme:series3", "theme:series4", "theme:series5"];

/** The house style as Vega-Lite's config: one size of type, theme colours alone, no frames, ticks or legends. */
export function houseConfig(theme: Theme, language: Language): JsonObject {
  const fontSize = theme.type.chartPage;
  return {
    font: theme.type.sans,
    background: null,
    padding: 2,
    aria: false,
    customFormatTypes: false,
    view: { stroke: null, fill: null },
    axis: {
      // Vega-Lite's own would be the names of columns.
      title: null,
      labelColor: "theme:muted",
      labelFontSize: fontSize,
      labelFontWeight: "normal",
      // Vega-Lite would turn the names of columns on their side.
      labelAngle: 0,
      labelLimit: 1000,
      labelPadding: theme.chart.labels,
      labelOverlap: false,
      domain: false,
      ticks: false,
      grid: false,
      titleColor: "theme:muted",
      titleFontSize: fontSize,
      titleFontWeight: "normal",
      gridColor: "theme:line",
      gridWidth: theme.chart.grid,
      domainColor: "theme:muted",
      tickColor: "theme:muted",
    },
    // Of a run of round numbers some may go; of names none may.
    axisQuantitative: { grid: true, labelOverlap: true },
    axisTemporal: { labelOverlap: true },
    axisY: { labelColor: "theme:ink", ...UPRIGHT },
    ...panels(theme),
    mark: { color: "theme:bar" },
    bar: { color: "theme:bar" },
    rule: { color: "theme:muted" },
    tick: { color: "theme:ink", opacity: 1 },
    // A mitre would reach beyond the line, and push the head of its panel up.
    line: { color: "theme:accent", strokeWidth: theme.chart.line, strokeJoin: "round" },
    area: { color: "theme:bar" },
    point: { color: "theme:accent", size: theme.chart.point, opacity: 1 },
    circle: { color: "theme:accent", size: theme.chart.point, opacity: 1 },
    square: { color: "theme:accent", size: theme.chart.point, opacity: 1 },
    range: { category: SERIES },
    text: { color: "theme:ink", fontSize, baseline: "middle" },
    locale: { number: numberLocale(language), time: timeLocale(language) },
  };
}

/** The title of an upright axis, which Vega-Lite would turn on its side: above the axis, level, as it is read. */
const UPRIGHT = {
  titleAngle: 0,
  titleAlign: "left",
  titleAnchor: "end",
  titleBaseline: "bottom",
  titleX: 0,
  titleY: -8,
};

/** The titles of panels, the names of small multiples, and legends. */
function panels(theme: Theme): JsonObject {
  const fontSize = theme.type.chartPage;
  return {
    // Above its panel, at its start, as the words of a caption.
    title: {
      color: "theme:ink",
      fontSize,
      fontWeight: "bold",
      anchor: "start",
      frame: "group",
      offset: theme.chart.labels,
    },
    header: {
      title: null,
      labelColor: "theme:ink",
      labelFontSize: fontSize,
      labelFontWeight: "bold",
      labelLimit: 1000,
      labelAnchor: "start",
      labelAngle: 0,
      labelAlign: "left",
    },
    // Vega sets it so far to the left of its row as it is wide, and so it ends where its row begins.
    headerRow: { labelAnchor: "middle", labelAlign: "left" },
    legend: {
      // Series are labelled directly, unless a spec asks for a legend.
      disable: true,
      title: null,
      orient: "top",
      direction: "horizontal",
      labelColor: "theme:ink",
      labelFontSize: fontSize,
      labelLimit: 1000,
      symbolOpacity: 1,
      gradientStrokeColor: "theme:line",
      symbolStrokeWidth: theme.chart.line,
      symbolSize: theme.chart.point,
      columnPadding: 2 * theme.chart.labels,
    },
  };
}

// To open a format of Intl takes longer than to write a number in it.
const locales = remembering<JsonObject>(100);

/** How the brief's language writes numbers, as d3-format wants it. */
const numberLocale = ({ tag }: Language): JsonObject => locales(tag, () => localeOf(tag));

function localeOf(tag: string): JsonObject {
  const parts = new Intl.NumberFormat(tag).formatToParts(-1234567.5);
  const part = (type: Intl.NumberFormatPartTypes, otherwise: string): string =>
    parts.find((each) => each.type === type)?.value ?? otherwise;
  // Lengths of the groups from the right; d3-format goes through the list round and round.
  const groups = parts
    .filter((each) => each.type === "integer")
    .map((each) => each.value.length)
    .toReversed();
  const grouping = groups.length > 2 ? [groups[0] ?? 3, ...Array.from({ length: 9 }, () => groups[1] ?? 3)] : [3];
  return {
    decimal: part("decimal", "."),
    thousands: part("group", ","),
    grouping,
    currency: ["", ""],
    minus: "\u2212",
  };
}

/** How the brief's language names months, as d3-time-format wants it. */
function timeLocale({ months }: Language): JsonObject {
  const shortMonths = months.map((month) => month.slice(0, 3));
  const days = Array.from({ length: 7 }, () => "");
  return { dateTime: "%Y", date: "%Y", time: "", periods: ["", ""], days, shortDays: days, months, shortMonths };
}
