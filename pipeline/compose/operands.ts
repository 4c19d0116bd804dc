import type { Figure } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";

/** The two figures that a derived figure compares: what was, and what became of it. */
export interface Operands {
  readonly earlier: Figure;
  readonly later: Figure;
  readonly kind: "difference" | "change" | "ratio";
}

const NAME = String.raw`[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*){0,2}`;
const TERM = String.raw`(?:${NAME}|previous\(\s*${NAME}\s*\))`;
const DIFFERENCE = new RegExp(String.raw`^\s*(${TERM})\s*-\s*(${TERM})\s*$`);
const RATIO = new RegExp(String.raw`^\s*(${TERM})\s*/\s*(${TERM})\s*$`);
const CALL = new RegExp(String.raw`^\s*(pp|change)\(\s*(${TERM})\s*,\s*(${TERM})\s*\)\s*$`);

/** The operands of a figure whose formula is one difference, change or quotient of two figures; else undefined. */
export function operandsOf(figure: Figure, figures: ReadonlyMap<FigureId, Figure>): Operands | undefined {
  const { formula = "" } = figure;
  const call = CALL.exec(formula);
  const [, difference, ratio] = [call, DIFFERENCE.exec(formula), RATIO.exec(formula)];
  const [later = "", earlier = ""] = (call ? call.slice(2) : (difference ?? ratio)?.slice(1)) ?? [];
  const [a, b] = [named(later, figure, figures), named(earlier, figure, figures)];
  if (!a || !b) return undefined;
  const kind = ratio ? "ratio" : call?.[1] === "change" ? "change" : "difference";
  return { later: a, earlier: b, kind };
}

/** The figure that a name in a formula stands for: of this row, of this dataset, or of another. */
function named(term: string, figure: Figure, figures: ReadonlyMap<FigureId, Figure>): Figure | undefined {
  const [dataset = "", ...rest] = figure.id.split(".");
  const row = rest.length === 2 ? rest[0] : undefined;
  const before = /^previous\(\s*(.+?)\s*\)$/.exec(term)?.[1];
  if (before !== undefined) {
    const column = before.split(".").at(-1) ?? before;
    const own = `${dataset}.${row ?? ""}.${column}`;
    const other = figure.from.filter((id) => id.endsWith(`.${column}`) && id !== own);
    return other.length === 1 && other[0] !== undefined ? figures.get(other[0]) : undefined;
  }
  const inRow = row === undefined ? [] : [`${dataset}.${row}.${term}`];
  const wanted = [...inRow, `${dataset}.${term}`, term];
  const id = wanted.flatMap((each) => figure.from.filter((from) => from === each))[0];
  return id === undefined ? undefined : figures.get(id);
}
