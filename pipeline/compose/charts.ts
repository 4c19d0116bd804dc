import { chartTable, type ChartTable } from "../model/chart-table.ts";
import type { Block } from "../model/doc.ts";
import type { FigureInline, Inline } from "../model/inline.ts";
import type { BlockId, ChartId, FigureId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import type { ChartDesign } from "../model/template.ts";
import { chartDescription } from "./description.ts";
import { inlineTemplate } from "./inlines.ts";
import { figureInline } from "./number-helpers.ts";
import { falseColumn } from "./precision.ts";
import { buildGrid, sourceLine } from "./tables.ts";
import { figureOf, type Workshop } from "./workshop.ts";

/** Prepares a chart's words, the numbers that it prints and the table of its data. */
export function buildChart(
  design: ChartDesign,
  at: { readonly id: BlockId; readonly number: number; readonly place: Place },
  workshop: Workshop,
): () => Block {
  const { words } = design;
  const title = inlineTemplate(words.title, workshop);
  const subtitle = inlineTemplate(words.subtitle, workshop);
  const alt = inlineTemplate(words.alt, workshop);
  const source = sourceLine(
    { rows: design.rows, place: design.place, ...(words.source ? { source: words.source } : {}) },
    workshop,
  );
  // The words of the drawing itself are not set again, but hold no number or direction that nothing is bound to.
  for (const each of workshop.brief.drawings.get(design.id)?.words ?? []) inlineTemplate(each, workshop)();
  const table = chartTable(design, workshop.brief);
  const grid = buildGrid(table.design, workshop);
  const reading = workshop.brief.drawings.get(design.id)?.reading;
  const description = reading === undefined ? [] : chartDescription(design, table.design, reading, workshop);
  checkPrecision(design, workshop);
  return () => ({
    kind: "chart",
    ...at,
    chart: design.id,
    title: title(),
    subtitle: subtitle(),
    source: source(),
    alt: alt(),
    description,
    labels: labels(design, workshop),
    data: grid(),
    whereData: whereData(design.id, table, at.place, workshop),
    svg: `charts/${design.id}.svg`,
    csv: table.csv,
  });
}

/** Holds the decimals of each printed field against what rounding supports. */
function checkPrecision({ rows, words }: ChartDesign, workshop: Workshop): void {
  const { datasets, figures } = workshop.brief;
  for (const { column, format, place } of words.fields.values()) {
    if (format.range === true) continue;
    const ids = (datasets.get(rows)?.rows ?? []).map((row) => `${rows}.${row.name}.${column}` as FigureId);
    const printed = ids.flatMap((id) => figures.get(id) ?? []);
    workshop.problems.push(...falseColumn(printed, format.decimals, place));
  }
}

function labels(design: ChartDesign, workshop: Workshop): readonly FigureInline[] {
  const numbers = workshop.brief.drawings.get(design.id)?.numbers ?? [];
  return numbers.map(({ figure, text }) =>
    figureInline(workshop, figureOf(workshop, figure), text, "number", design.place),
  );
}

/** Where a printed brief has the rows of a chart: in a table that it shows, or in a file that goes along with it. */
function whereData(chart: ChartId, { design, own }: ChartTable, place: Place, workshop: Workshop): readonly Inline[] {
  const { labels: words, charts } = workshop.brief.language;
  const shown = own ? workshop.tables.get(design.id) : undefined;
  if (shown === undefined) {
    return [{ kind: "text", text: charts.attached.replace("{file}", `chart-${chart}.csv`), place }];
  }
  const [before = "", after = ""] = charts.inTable.split("{table}");
  const text = `${words.table}\u00A0${shown.number}`;
  return [
    { kind: "text", text: before, place },
    { kind: "crossReference", target: shown.id, text, place },
    { kind: "text", text: after, place },
  ];
}
