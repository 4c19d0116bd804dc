import type { Dataset, Definition, WordList } from "../model/dataset.ts";
import type { Figure, Gap } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { error } from "../model/problem.ts";
import { datasetShape, type DatasetFile } from "./dataset-shape.ts";
import { readChecks } from "./checks.ts";
import { readColumns } from "./columns.ts";
import {
  addCell,
  addFigure,
  claim,
  readUnit,
  sourcesOf,
  type Draft,
  type Other,
  type Reference,
} from "./dataset-draft.ts";
import { defined } from "./defined.ts";
import { datasetId, figureId } from "./ids.ts";
import { headOf } from "./positions.ts";
import type { Reader } from "./reader.ts";
import { readRows } from "./rows.ts";
import { readShape } from "./shape.ts";
import { keyPlaceAt, nodeAt, written, type Scalar, type Tree } from "./tree.ts";
import { readUpstream } from "./upstream.ts";
import { readYaml } from "./yaml.ts";

/** A dataset as read, with the figures that it gives and the wholes that its shares name. */
export interface ReadDataset {
  readonly dataset: Dataset;
  readonly figures: readonly Figure[];
  readonly gaps: readonly Gap[];
  /** Names of other datasets that its checks use. */
  readonly others: readonly Other[];
  readonly wholes: readonly Reference[];
  /** Whether problems were found in it, so that some of its names may be missing. */
  readonly doubtful: boolean;
}

/** Reads one dataset. `known` holds the ids of the brief's sources, or is undefined when they could not be read. */
export function readDataset(
  reader: Reader,
  file: string,
  id: string,
  known: ReadonlySet<string> | undefined,
): ReadDataset | undefined {
  const tree = readYaml(reader, file);
  const given = tree && readShape(datasetShape, tree, reader.problems);
  if (tree === undefined || given === undefined) return undefined;
  const before = reader.problems.length;
  const draft = draftOf(reader, file, id, { known, tree, given });
  const columns = readColumns(draft, given);
  const singles = readSingles(draft, given);
  const lists = readLists(draft, given);
  const definitions = readDefinitions(draft, given);
  const beforeRows = reader.problems.length;
  const rows = readRows(draft, given, columns);
  const rowNames = reader.problems.length > beforeRows ? undefined : new Set(rows.map((row) => row.name));
  const namesOf = (...kinds: readonly string[]): ReadonlySet<string> =>
    new Set(columns.filter(({ column }) => kinds.includes(column.kind)).map(({ column }) => column.name));
  const checks = readChecks(draft, given.checks ?? [], {
    numbers: namesOf("number"),
    keys: namesOf("id", "period", "text"),
    columns: namesOf("id", "period", "text", "number"),
    singles: new Set(singles.keys()),
    rows: rowNames,
  });
  reportNoSource(draft);
  const upstream = readUpstream(
    draft,
    given,
    columns.map((each) => each.column),
  );
  const dataset: Dataset = {
    id: datasetId(id),
    title: given.title.text,
    class: draft.class,
    rounding: draft.rounding,
    sources: draft.sources,
    ...defined({ validUntil: given.valid_until && written(given.valid_until) }),
    singles,
    columns: columns.map((each) => each.column),
    rows,
    lists,
    checks,
    definitions,
    ...defined({ upstream }),
    place: headOf(file),
  };
  const { figures, gaps, wholes, others } = draft;
  return { dataset, figures, gaps, wholes, others, doubtful: reader.problems.length > before };
}

interface Parts {
  readonly known: ReadonlySet<string> | undefined;
  readonly tree: Tree;
  readonly given: DatasetFile;
}

const draftOf = (reader: Reader, file: string, id: string, { known, tree, given }: Parts): Draft => ({
  reader,
  tree,
  id,
  file,
  class: given.class ?? "data",
  rounding: given.rounding ?? "unknown",
  decimals: given.decimals,
  sources: sourcesOf(given.source, known, reader) ?? [],
  known,
  // Templates reach all rows under this name.
  names: new Map([["rows", { what: "list of all rows", place: tree.place }]]),
  figures: [],
  gaps: [],
  wholes: [],
  others: [],
});

function readSingles(draft: Draft, file: DatasetFile): ReadonlyMap<string, FigureId> {
  const singles = new Map<string, FigureId>();
  for (const [name, given] of Object.entries(file.figures ?? {})) {
    if (!claim(draft, name, "single figure", keyPlaceAt(draft.tree, ["figures", name]))) continue;
    const unit = readUnit(draft, given.unit);
    const sources = sourcesOf(given.source, draft.known, draft.reader);
    if (unit === undefined) continue;
    const { value, change, basis, rounding, decimals } = given;
    const words = { period: given.period?.text, qualifier: given.qualifier?.text };
    const cell = { name, value, unit, change, basis, rounding, decimals, sources, class: given.class, ...words };
    const added = addCell(draft, cell, `The figure "${name}"`);
    // One that could not be read is there for whoever names it: its own problem is enough.
    singles.set(name, added?.id ?? figureId(`${draft.id}.${name}`));
  }
  return singles;
}

function readLists(draft: Draft, file: DatasetFile): ReadonlyMap<string, WordList> {
  const lists = new Map<string, WordList>();
  for (const [name, given] of Object.entries(file.lists ?? {})) {
    const key = keyPlaceAt(draft.tree, ["lists", name]);
    if (!claim(draft, name, "list", key)) continue;
    const length = String(given.items.length);
    const value: Scalar = { kind: "scalar", text: length, source: length, plain: true, place: key };
    const sources = sourcesOf(given.source, draft.known, draft.reader);
    const count = addFigure(
      draft,
      { name, value, unit: { kind: "count" }, rounding: "exact", sources, decimals: 0 },
      length,
    );
    const stated = given.stated && written(given.stated);
    lists.set(name, { name, items: given.items.map(written), count, ...defined({ stated }) });
  }
  return lists;
}

function readDefinitions(draft: Draft, file: DatasetFile): readonly Definition[] {
  const definitions: Definition[] = [];
  for (const kind of ["each", "once"] as const) {
    for (const [name, formula] of Object.entries(file.derive?.[kind] ?? {})) {
      const place = keyPlaceAt(draft.tree, ["derive", kind, name]);
      if (!claim(draft, name, "formula", place)) continue;
      definitions.push({ name, formula: written(formula), each: kind === "each", place });
    }
  }
  return definitions;
}

/** Every given number has a source: its own, or its dataset's. One problem a dataset says it. */
function reportNoSource(draft: Draft): void {
  if (nodeAt(draft.tree, ["source"]) !== undefined) return;
  const bare = draft.figures.find((figure) => figure.sources.length === 0);
  if (bare === undefined) return;
  const hint = "add source: … to the dataset, or to the figure";
  draft.reader.problems.push(error("shape/missing-key", bare.place, `The figure ${bare.id} has no source`, { hint }));
}
