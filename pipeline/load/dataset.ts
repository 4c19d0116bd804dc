import type { Check, Dataset, Definition, WordList } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { error, nearest } from "../model/problem.ts";
import { parseDecimal } from "../model/rational.ts";
import { datasetShape, type DatasetFile } from "./dataset-shape.ts";
import { addFigure, claim, readUnit, sourcesOf, type Draft, type Reference } from "./dataset-draft.ts";
import { defined } from "./defined.ts";
import { datasetId } from "./ids.ts";
import { headOf } from "./positions.ts";
import type { Reader } from "./reader.ts";
import { readColumns, readRows } from "./rows.ts";
import { readShape } from "./shape.ts";
import { keyPlaceAt, nodeAt, placeAt, written, type Scalar, type Tree } from "./tree.ts";
import { readYaml } from "./yaml.ts";

/** A dataset as read, with the figures that it gives and the wholes that its shares name. */
export interface ReadDataset {
  readonly dataset: Dataset;
  readonly figures: readonly Figure[];
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
  const rows = readRows(draft, given, columns);
  const numbers = new Set(columns.filter(({ column }) => column.kind === "number").map(({ column }) => column.name));
  const checks = readChecks(draft, given, numbers, singles);
  reportNoSource(draft);
  const dataset: Dataset = {
    id: datasetId(id),
    title: given.title.text,
    class: draft.class,
    rounding: draft.rounding,
    sources: draft.sources,
    singles,
    columns: columns.map((each) => each.column),
    rows,
    lists,
    checks,
    definitions,
    place: headOf(file),
  };
  return { dataset, figures: draft.figures, wholes: draft.wholes, doubtful: reader.problems.length > before };
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
  sources: sourcesOf(given.source, known, reader) ?? [],
  known,
  names: new Map(),
  figures: [],
  wholes: [],
});

function readSingles(draft: Draft, file: DatasetFile): ReadonlyMap<string, FigureId> {
  const singles = new Map<string, FigureId>();
  for (const [name, given] of Object.entries(file.figures ?? {})) {
    if (!claim(draft, name, "single figure", keyPlaceAt(draft.tree, ["figures", name]))) continue;
    const unit = readUnit(draft, given.unit);
    const sources = sourcesOf(given.source, draft.known, draft.reader);
    if (unit === undefined) continue;
    const { value, basis, rounding } = given;
    const words = { period: given.period?.text, qualifier: given.qualifier?.text };
    singles.set(name, addFigure(draft, { name, value, unit, basis, rounding, sources, class: given.class, ...words }));
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
    const count = addFigure(draft, { name, value, unit: { kind: "count" }, rounding: "exact", sources });
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

function readChecks(
  draft: Draft,
  file: DatasetFile,
  numbers: ReadonlySet<string>,
  singles: ReadonlyMap<string, FigureId>,
): readonly Check[] {
  const checks: Check[] = [];
  const both = new Set([...numbers, ...singles.keys()]);
  for (const [i, check] of (file.checks ?? []).entries()) {
    const place = placeAt(draft.tree, ["checks", i]);
    if ("sum" in check) {
      const total =
        parseDecimal(check.to.text) !== undefined || isNamed(draft, check.to, new Set(singles.keys()), "single figure");
      if (!isNamed(draft, check.sum, numbers, "number column") || !total) continue;
      const terms = [{ name: check.sum.text, weight: 1 }] as const;
      checks.push({ kind: "sum", across: "rows", terms, less: [], to: written(check.to), place });
    } else if ("part" in check) {
      const part = isNamed(draft, check.part, both, "number column or single figure");
      if (!isNamed(draft, check.of, both, "number column or single figure") || !part) continue;
      checks.push({ kind: "part", column: check.part.text, of: check.of.text, place });
    } else {
      const rank = isNamed(draft, check.rank, numbers, "number column");
      if (!isNamed(draft, check.by, numbers, "number column") || !rank) continue;
      checks.push({ kind: "rank", column: check.rank.text, by: check.by.text, order: "descending", place });
    }
  }
  return checks;
}

function isNamed(draft: Draft, scalar: Scalar, known: ReadonlySet<string>, what: string): boolean {
  if (known.has(scalar.text)) return true;
  const near = nearest(scalar.text, known);
  const hint =
    near === undefined ? `they are ${[...known].join(", ") || "not given in this dataset"}` : `did you mean ${near}?`;
  draft.reader.problems.push(
    error("name/unknown", scalar.place, `This dataset has no ${what} "${scalar.text}"`, { hint }),
  );
  return false;
}

/** Every given number has a source: its own, or its dataset's. One problem a dataset says it. */
function reportNoSource(draft: Draft): void {
  if (nodeAt(draft.tree, ["source"]) !== undefined) return;
  const bare = draft.figures.find((figure) => figure.sources.length === 0);
  if (bare === undefined) return;
  const hint = "add source: … to the dataset, or to the figure";
  draft.reader.problems.push(error("shape/missing-key", bare.place, `The figure ${bare.id} has no source`, { hint }));
}
