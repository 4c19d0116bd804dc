import type { Block, FigureInline } from "../model/doc.ts";
import type { BlockId, FigureId, TableId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import type { ChartDesign, ShownColumn, TableDesign } from "../model/template.ts";
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
  const grid = buildGrid(dataTable(design, workshop), workshop);
  checkPrecision(design, workshop);
  return () => ({
    kind: "chart",
    ...at,
    chart: design.id,
    title: title(),
    subtitle: subtitle(),
    source: source(),
    alt: alt(),
    labels: labels(design, workshop),
    data: grid(),
    svg: `charts/${design.id}.svg`,
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

/** The table behind a chart: the template's own table of the same rows where it has the chart's columns, else a plain one. */
function dataTable(design: ChartDesign, workshop: Workshop): TableDesign {
  const wanted = [...new Set([...design.words.fields.values()].map((field) => field.column))];
  const tables = [...workshop.brief.template.tables.values()];
  const known = tables.find(
    (table) =>
      table.rows === design.rows && wanted.every((name) => table.columns.some((column) => column.column === name)),
  );
  if (known) return known;
  const dataset = workshop.brief.datasets.get(design.rows);
  const texts = dataset?.columns.filter((column) => column.kind === "text") ?? [];
  const head = (texts.length > 0 ? texts : (dataset?.columns ?? [])).slice(0, 1).map((column) => column.name);
  const columns = [...head, ...wanted].map((name, index): ShownColumn => {
    const field = [...design.words.fields.values()].find((each) => each.column === name);
    return {
      column: name,
      heading: { text: name.replaceAll("_", " "), place: design.place },
      head: index === 0 && head.length > 0,
      format: field?.format ?? {},
      place: design.place,
    };
  });
  return {
    id: design.id as string as TableId,
    rows: design.rows,
    caption: design.words.title,
    columns,
    notes: [],
    place: design.place,
  };
}
