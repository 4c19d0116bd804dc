import type { Charted } from "./brief.ts";
import type { TableId } from "./id.ts";
import type { ChartDesign, ShownColumn, TableDesign } from "./template.ts";

/** The table of the rows behind a chart, and its CSV's path under the brief's output folder. */
export interface ChartTable {
  readonly design: TableDesign;
  readonly csv: string;
  /** Whether it is a table of the template's own. */
  readonly own: boolean;
}

/** The rows behind a chart: the template's own table of the same rows where it has the chart's columns, else a plain one. */
export function chartTable(design: ChartDesign, { template, datasets, drawings }: Charted): ChartTable {
  const printed = [...design.words.fields.values()].map((field) => field.column);
  const measured = drawings.get(design.id)?.reading.measures.map(({ column }) => column) ?? [];
  const wanted = [...new Set([...printed, ...measured])];
  const known = [...template.tables.values()].find(
    (table) =>
      table.rows === design.rows && wanted.every((name) => table.columns.some((column) => column.column === name)),
  );
  if (known) return { design: known, csv: `tables/${known.id}.csv`, own: true };
  const columns = datasets.get(design.rows)?.columns ?? [];
  const texts = columns.filter((column) => column.kind === "text").slice(0, 1);
  const periods = columns.filter((column) => column.kind === "period");
  const heads = [...(texts.length > 0 ? texts : columns.slice(0, 1)), ...periods].map((column) => column.name);
  const shown = [...template.tables.values()].flatMap((table) => (table.rows === design.rows ? table.columns : []));
  return { design: plainTable(design, heads, wanted, shown), csv: `charts/${design.id}.csv`, own: false };
}

/** A table of some columns, each under the head that it has in the template's tables, if any shows it. */
function plainTable(
  { id, rows, words, place }: ChartDesign,
  heads: readonly string[],
  wanted: readonly string[],
  shown: readonly ShownColumn[],
): TableDesign {
  const columns = [...new Set([...heads, ...wanted])].map((column): ShownColumn => {
    const field = [...words.fields.values()].find((each) => each.column === column);
    const known = shown.find((each) => each.column === column && each.group === undefined);
    const named = known === undefined;
    const heading = known?.heading ?? { text: column.replaceAll("_", " "), place };
    return { column, heading, named, head: heads.includes(column), format: field?.format ?? {}, place };
  });
  return { id: id as string as TableId, rows, caption: words.title, columns, notes: [], place };
}
