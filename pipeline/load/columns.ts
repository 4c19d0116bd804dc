import type { Column } from "../model/dataset.ts";
import { error } from "../model/problem.ts";
import type { Unit } from "../model/unit.ts";
import { claim, readUnit, type Draft } from "./dataset-draft.ts";
import type { ColumnEntry, DatasetFile } from "./dataset-shape.ts";
import { defined } from "./defined.ts";
import { keyPlaceAt } from "./tree.ts";

/** A column, and its entry in the file. */
export interface DraftColumn {
  readonly column: Column;
  readonly entry: ColumnEntry;
}

/** The columns of a dataset, in the order given. */
export function readColumns(draft: Draft, file: DatasetFile): readonly DraftColumn[] {
  const columns: DraftColumn[] = [];
  for (const [name, entry] of Object.entries(file.columns ?? {})) {
    const place = keyPlaceAt(draft.tree, ["columns", name]);
    claim(draft, name, "column", place);
    const kind = entry.type ?? "number";
    const unit = unitOf(draft, name, kind, entry);
    const decimals = entry.decimals ?? (kind === "number" ? file.decimals : undefined);
    columns.push({ column: { name, kind, place, ...defined({ unit, decimals }) }, entry });
  }
  for (const kind of ["id", "period"] as const) {
    for (const { column } of columns.filter((each) => each.column.kind === kind).slice(1)) {
      const message = `A dataset has one column of type ${kind}; this is a second one`;
      draft.reader.problems.push(error("shape/wrong-type", column.place, message, { hint: "make it type: text" }));
    }
  }
  return columns;
}

function unitOf(draft: Draft, name: string, kind: Column["kind"], entry: ColumnEntry): Unit | undefined {
  const { problems } = draft.reader;
  const place = keyPlaceAt(draft.tree, ["columns", name]);
  if (kind === "number") {
    if (entry.unit !== undefined) return readUnit(draft, entry.unit);
    const hint = "add unit: …, or type: text";
    problems.push(error("shape/missing-key", place, `The column "${name}" needs the key "unit"`, { hint }));
    return undefined;
  }
  for (const key of ["unit", "change", "basis", "period", "rounding", "decimals"] as const) {
    if (entry[key] === undefined) continue;
    const message = `"${key}" belongs to columns of numbers; "${name}" is of type ${kind}`;
    problems.push(
      error("shape/unknown-key", keyPlaceAt(draft.tree, ["columns", name, key]), message, { hint: "delete it" }),
    );
  }
  return undefined;
}
