import type { Charted } from "./brief.ts";
import { chartTable } from "./chart-table.ts";
import { tableCsv } from "./table-csv.ts";

/** The rows of a brief's tables, and of its charts where no table has them, as CSV by path under its output folder. */
export function csvFiles(brief: Charted): ReadonlyMap<string, string> {
  const { tables, charts } = brief.template;
  const designs = [...tables.values()].map((design) => [`tables/${design.id}.csv`, design] as const);
  const own = [...charts.values()].map((chart) => chartTable(chart, brief)).filter((table) => !table.own);
  return new Map(
    [...designs, ...own.map(({ csv, design }) => [csv, design] as const)].map(([path, design]) => [
      path,
      tableCsv(design, brief),
    ]),
  );
}
