import type { Check, SumCheck } from "../model/dataset.ts";
import { error, nearest } from "../model/problem.ts";
import { parseDecimal } from "../model/rational.ts";
import type { CheckEntry } from "./dataset-shape.ts";
import type { Draft } from "./dataset-draft.ts";
import { defined } from "./defined.ts";
import { datasetId } from "./ids.ts";
import { placeAt, written, type Scalar } from "./tree.ts";

/** The names of a dataset that checks may use. */
export interface CheckNames {
  readonly numbers: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
  readonly singles: ReadonlySet<string>;
  /** Undefined where some rows could not be read. */
  readonly rows: ReadonlySet<string> | undefined;
}

/** The checks of a dataset; one that names what is not there is a problem, and left out. */
export function readChecks(draft: Draft, entries: readonly CheckEntry[], names: CheckNames): readonly Check[] {
  return entries.flatMap((entry, index) => {
    const before = draft.reader.problems.length;
    const check = { ...readCheck(draft, entry, names), place: placeAt(draft.tree, ["checks", index]) };
    return draft.reader.problems.length > before ? [] : [check];
  });
}

type Placeless<Kind> = Kind extends unknown ? Omit<Kind, "place"> : never;

function readCheck(draft: Draft, entry: CheckEntry, names: CheckNames): Placeless<Check> {
  const { numbers, singles, columns } = names;
  const both = new Set([...numbers, ...singles]);
  const named = (scalar: Scalar, known: ReadonlySet<string>, what: string): string => {
    hold(draft, scalar, known, what);
    return scalar.text;
  };
  const numberOrSingle = (scalar: Scalar): string => named(scalar, both, "number column or single figure");
  if ("sum" in entry) return readSum(draft, entry, names);
  if ("part" in entry) return { kind: "part", column: numberOrSingle(entry.part), of: numberOrSingle(entry.of) };
  if ("rank" in entry) {
    const column = named(entry.rank, numbers, "number column");
    return { kind: "rank", column, by: named(entry.by, numbers, "number column"), order: entry.order ?? "descending" };
  }
  if ("order" in entry) {
    const column = named(entry.order, columns, "column");
    return { kind: "order", column, order: entry.direction ?? "descending" };
  }
  if ("unique" in entry) return { kind: "unique", column: named(entry.unique, columns, "column") };
  if ("granular" in entry)
    return { kind: "granular", column: numberOrSingle(entry.granular), of: numberOrSingle(entry.of) };
  if ("range" in entry) return readRange(draft, entry, numberOrSingle(entry.range));
  if ("complete" in entry)
    return readComplete(draft, entry, named(entry.complete, names.keys, "id, period or text column"));
  for (const name of entry.same) holdPath(draft, name, both);
  return { kind: "same", names: entry.same.map(written) };
}

type SumEntry = Extract<CheckEntry, { sum: unknown }>;

function readSum(draft: Draft, entry: SumEntry, names: CheckNames): Placeless<SumCheck> {
  const { numbers, singles } = names;
  const isNumber = parseDecimal(entry.to.text) !== undefined;
  const to = written(entry.to);
  if (!Array.isArray(entry.sum)) {
    hold(draft, entry.sum, numbers, "number column");
    if (!isNumber) hold(draft, entry.to, singles, "single figure");
    if (entry.by !== undefined) hold(draft, entry.by, names.keys, "id, period or text column");
    for (const row of entry.less ?? []) if (names.rows) hold(draft, row, names.rows, "row");
    const less = (entry.less ?? []).map((row) => row.text);
    const terms = [{ name: entry.sum.text, weight: 1 }] as const;
    return { kind: "sum", across: "rows", terms, less, to, ...defined({ by: entry.by?.text }) };
  }
  for (const key of ["by", "less"] as const) {
    const stray = entry[key];
    const place = Array.isArray(stray) ? stray[0]?.place : stray?.place;
    if (place === undefined) continue;
    const hint = "delete it; what is taken away has a minus sign before its name";
    draft.reader.problems.push(
      error("shape/unknown-key", place, `"${key}" belongs to the sum of one column`, { hint }),
    );
  }
  const terms = entry.sum.map((each) => {
    const name = each.text.replace(/^-/, "");
    return { name, weight: each.text.startsWith("-") ? (-1 as const) : (1 as const), place: each.place };
  });
  const allSingle = terms.every(({ name }) => singles.has(name));
  const known = allSingle ? singles : numbers;
  const what = allSingle ? "single figure" : "number column";
  for (const { name, place } of terms) hold(draft, { text: name, place }, known, what);
  if (!isNumber) hold(draft, entry.to, known, what);
  return { kind: "sum", across: "columns", terms: terms.map(({ name, weight }) => ({ name, weight })), less: [], to };
}

function readRange(draft: Draft, entry: Extract<CheckEntry, { range: unknown }>, column: string): Placeless<Check> {
  if (entry.from === undefined && entry.to === undefined) {
    const hint = "add from: …, to: … or both";
    draft.reader.problems.push(
      error("shape/missing-key", entry.range.place, "A range needs a least or a greatest value", { hint }),
    );
  }
  const bounds = { from: entry.from && written(entry.from), to: entry.to && written(entry.to) };
  return { kind: "range", column, ...defined(bounds) };
}

function readComplete(
  draft: Draft,
  { as }: Extract<CheckEntry, { complete: unknown }>,
  column: string,
): Placeless<Check> {
  if (as === undefined) return { kind: "complete", column };
  if (Array.isArray(as)) return { kind: "complete", column, values: as.map(written) };
  draft.others.push({ name: as.text, place: as.place });
  return { kind: "complete", column, dataset: datasetId(as.text) };
}

/** A name of this dataset must be there; one of another is looked up when all are read. */
function holdPath(draft: Draft, name: Scalar, known: ReadonlySet<string>): void {
  if (name.text.includes(".")) draft.others.push({ name: name.text, place: name.place });
  else hold(draft, name, known, "number column or single figure");
}

function hold(draft: Draft, scalar: Pick<Scalar, "text" | "place">, known: ReadonlySet<string>, what: string): void {
  if (known.has(scalar.text)) return;
  const near = nearest(scalar.text, known);
  const hint =
    near === undefined ? `they are ${[...known].join(", ") || "not given in this dataset"}` : `did you mean ${near}?`;
  draft.reader.problems.push(
    error("name/unknown", scalar.place, `This dataset has no ${what} "${scalar.text}"`, { hint }),
  );
}
