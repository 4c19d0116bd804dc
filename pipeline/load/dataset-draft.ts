import type { Figure, FigureClass, Flag, Gap } from "../model/figure.ts";
import type { FigureId, SourceId } from "../model/id.ts";
import { intervalOf, type Rounding } from "../model/interval.ts";
import type { Place } from "../model/place.ts";
import { error, nearest } from "../model/problem.ts";
import { parseDecimal } from "../model/rational.ts";
import { isOfChange, type Unit } from "../model/unit.ts";
import { isContent, readCell } from "./cell.ts";
import type { Cited } from "./dataset-shape.ts";
import { defined } from "./defined.ts";
import { figureId, sourceId } from "./ids.ts";
import type { Reader } from "./reader.ts";
import type { Scalar, Tree } from "./tree.ts";
import { parseUnit, UNIT_EXAMPLES } from "./unit.ts";

/** A name that is used in one file and may be given in another, to be looked up when all are read. */
export interface Reference {
  readonly figure: FigureId;
  readonly place: Place;
}

/** A dataset while it is read: what its parts share. */
export interface Draft {
  readonly reader: Reader;
  readonly tree: Tree;
  readonly id: string;
  readonly file: string;
  readonly class: Exclude<FigureClass, "derived">;
  readonly rounding: Rounding;
  /** The decimals that all its numbers are declared with. */
  readonly decimals: number | undefined;
  readonly sources: readonly SourceId[];
  /** The brief's sources; undefined when they could not be read. */
  readonly known: ReadonlySet<string> | undefined;
  /** Rows, columns, single figures, lists and formulas share one name space. */
  readonly names: Map<string, { readonly what: string; readonly place: Place }>;
  readonly figures: Figure[];
  readonly gaps: Gap[];
  readonly wholes: Reference[];
  /** Names of other datasets that checks use. */
  readonly others: Other[];
}

/** A name of another dataset, or of something in one, to be looked up when all are read. */
export interface Other {
  readonly name: string;
  readonly place: Place;
}

/** Takes a name for a thing; a problem when another thing of the dataset bears it. */
export function claim(draft: Draft, name: string, what: string, place: Place): boolean {
  const taken = draft.names.get(name);
  if (taken === undefined) {
    draft.names.set(name, { what, place });
    return true;
  }
  const message =
    name === "rows"
      ? `"rows" stands for all rows of a dataset; it can't name a ${what}`
      : `"${name}" already names a ${taken.what} of this dataset, on line ${taken.place.line}; it can't name a ${what} too`;
  draft.reader.problems.push(
    error("name/taken", place, message, { hint: name === "rows" ? "use another name" : "rename one of the two" }),
  );
  return false;
}

/** The ids of the sources that a `source` key names; a problem for each that the brief does not have. */
export function sourcesOf(
  cited: Cited | undefined,
  known: ReadonlySet<string> | undefined,
  reader: Reader,
): readonly SourceId[] | undefined {
  if (cited === undefined) return undefined;
  const scalars = "kind" in cited ? [cited] : cited;
  for (const { text, place } of scalars) {
    if (known === undefined || known.has(text)) continue;
    const near = nearest(text, known);
    const hint = near === undefined ? `add ${text} to sources.yaml` : `did you mean ${near}?`;
    reader.problems.push(error("name/unknown", place, `There is no source "${text}" in sources.yaml`, { hint }));
  }
  return [...new Set(scalars.map((scalar) => sourceId(scalar.text)))];
}

/** Reads a unit; a problem when it is none. */
export function readUnit(draft: Draft, scalar: Scalar): Unit | undefined {
  const unit = parseUnit(scalar.text, draft.id);
  if (unit === undefined) {
    const message = `"${scalar.text}" is no unit that Footing knows`;
    draft.reader.problems.push(
      error("shape/unit", scalar.place, message, { hint: `units are written as ${UNIT_EXAMPLES}` }),
    );
  } else if (unit.kind === "share" && "figure" in unit.of) {
    draft.wholes.push({ figure: unit.of.figure, place: scalar.place });
  }
  return unit;
}

/** What a given number is, besides its digits. */
export interface Given {
  readonly name: string;
  readonly value: Scalar;
  readonly unit: Unit;
  readonly rounding?: Rounding | undefined;
  readonly decimals?: number | undefined;
  readonly class?: Exclude<FigureClass, "derived"> | undefined;
  readonly sources?: readonly SourceId[] | undefined;
  readonly basis?: "outturn" | "plan" | undefined;
  readonly period?: string | undefined;
  readonly qualifier?: string | undefined;
  readonly change?: boolean | undefined;
}

/** What became of a cell: a figure or a gap, or nothing where it was a problem. */
export type Added = { readonly kind: "figure" | "gap"; readonly id: FigureId } | undefined;

/** Adds what the author gives in a cell: a number, with the interval that it stands for, or a gap. */
export function addCell(draft: Draft, given: Given, subject: string): Added {
  const content = readCell(given.value);
  if (!isContent(content)) {
    const { code, says, hint } = content;
    draft.reader.problems.push(error(code, given.value.place, `${subject} ${says}`, { hint }));
    return undefined;
  }
  const id = figureId(`${draft.id}.${given.name}`);
  if (content.kind === "gap") {
    const { absence, symbol } = content;
    draft.gaps.push({ id, absence, symbol, place: given.value.place, from: [] });
    return { kind: "gap", id };
  }
  return { kind: "figure", id: addFigure(draft, given, content.text, content.flags) };
}

/** Adds a number, with the interval that its decimals and rounding stand for. */
export function addFigure(draft: Draft, given: Given, text: string, flags: readonly Flag[] = []): FigureId {
  const id = figureId(`${draft.id}.${given.name}`);
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new SyntaxError(`a cell passed that is no number: ${given.value.source}`);
  const { value } = parsed;
  const decimals = given.decimals ?? draft.decimals ?? parsed.decimals;
  draft.figures.push({
    id,
    value,
    interval: intervalOf(value, decimals, given.rounding ?? draft.rounding),
    bound: "exact",
    unit: given.unit,
    ...(given.change === true || isOfChange(given.unit) ? { change: true } : {}),
    class: given.class ?? draft.class,
    place: given.value.place,
    given: { text, decimals },
    ...(flags.length > 0 ? { flags } : {}),
    from: [],
    sources: given.sources ?? draft.sources,
    ...defined({ basis: given.basis, period: given.period, qualifier: given.qualifier }),
  });
  return id;
}
