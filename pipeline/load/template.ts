import { error, nearest } from "../model/problem.ts";
import { byCodeUnit, NAME, type ChartId, type TableId } from "../model/id.ts";
import type { ChartDesign, TableDesign, Template } from "../model/template.ts";
import { readChart } from "./charts.ts";
import { templateId } from "./ids.ts";
import { headOf } from "./positions.ts";
import { readText, type Reader } from "./reader.ts";
import { readTable } from "./tables.ts";
import type { Scalar } from "./tree.ts";

/** A template, and the names of the datasets that its tables and charts draw. */
export interface ReadTemplate {
  readonly template: Template;
  readonly rows: readonly Scalar[];
  /** Whether every file of it could be read. */
  readonly complete: boolean;
}

/** Reads the template that a brief names: its prose, its tables and its charts. */
export function readTemplate(reader: Reader, named: Scalar): ReadTemplate | undefined {
  const folder = `templates/${named.text}`;
  if (reader.host.list(folder) === undefined) {
    const near = nearest(named.text, reader.host.list("templates") ?? []);
    const hint = near === undefined ? `add the folder ${folder}` : `did you mean ${near}?`;
    reader.problems.push(error("file/missing", named.place, `There is no template ${folder}`, { hint }));
    return undefined;
  }
  const file = `${folder}/prose.md.hbs`;
  const prose = readText(reader, file, { place: named.place });
  const tables = readTables(reader, `${folder}/tables`);
  const charts = readCharts(reader, `${folder}/charts`);
  const template: Template = {
    id: templateId(named.text),
    prose: { file, text: prose ?? "" },
    tables: tables.designs,
    charts: charts.designs,
  };
  const complete = prose !== undefined && tables.complete && charts.complete;
  return { template, rows: [...tables.rows, ...charts.rows], complete };
}

interface Designs<Id, Design> {
  readonly designs: ReadonlyMap<Id, Design>;
  readonly rows: readonly Scalar[];
  readonly complete: boolean;
}

function readTables(reader: Reader, folder: string): Designs<TableId, TableDesign> {
  const ids = stems(reader, folder, [".yaml"]);
  const read = ids.map((id) => readTable(reader, `${folder}/${id}.yaml`, id)).filter((each) => each !== undefined);
  const designs = new Map(read.map(({ design }) => [design.id, design] as const));
  return { designs, rows: read.map((each) => each.rows), complete: read.length === ids.length };
}

function readCharts(reader: Reader, folder: string): Designs<ChartId, ChartDesign> {
  const ids = stems(reader, folder, [".vl.json", ".yaml"]);
  const read = ids.map((id) => readChart(reader, `${folder}/${id}`, id)).filter((each) => each !== undefined);
  const designs = new Map(read.map(({ design }) => [design.id, design] as const));
  return { designs, rows: read.map((each) => each.rows), complete: read.length === ids.length };
}

/** The names of the tables or charts in a folder; a problem for each file that is none. */
function stems(reader: Reader, folder: string, endings: readonly string[]): readonly string[] {
  const ids = new Set<string>();
  for (const file of reader.host.list(folder) ?? []) {
    if (file.startsWith(".")) continue;
    const ending = endings.find((each) => file.endsWith(each));
    const stem = ending === undefined ? undefined : file.slice(0, -ending.length);
    if (stem !== undefined && NAME.test(stem)) {
      ids.add(stem);
      continue;
    }
    const hint = `name it ID${endings.join(" or ID")}, where ID is small letters, digits and hyphens`;
    reader.problems.push(
      error("file/name", headOf(`${folder}/${file}`), `"${file}" is no name for a file here`, { hint }),
    );
  }
  return [...ids].toSorted(byCodeUnit);
}
