import { fieldOf, isNumeric } from "./check-marks.ts";
import type { Refusal } from "./check-spec.ts";
import { unitOf, type ChartRows } from "./rows.ts";
import type { Unit } from "./units.ts";

/** Texts of a drawing that would print another number than the one that they stand at, or one that is bound to nothing. */
export const checkTexts = (units: readonly Unit[], rows: ChartRows): readonly Refusal[] =>
  units.filter(({ type }) => type === "text").flatMap((unit) => [...unbound(unit, rows), ...elsewhere(unit, rows)]);

/** A number as a plain field has no digits of its own, no unit, and no way back to its cell. */
function unbound({ channels }: Unit, { shows, figures }: ChartRows): readonly Refusal[] {
  const text = channels.get("text");
  const field = fieldOf(text);
  const column = field === undefined ? undefined : shows.get(field);
  const isColumn = [...figures.values()].some((each) => column !== undefined && each.has(column));
  if (text === undefined || field === undefined || column === undefined || !isColumn) return [];
  if (!NUMBERS.some((suffix) => field === `${column}${suffix}`)) return [];
  const message = `"${field}" as a text has no number of digits`;
  const hint = `print a text of the chart's words file, as fields: { ${column}_text: { column: ${column} } }`;
  return [{ path: [...text.path, "field"], at: "value", message, hint }];
}

const NUMBERS = ["", "_lo", "_hi", "_direction"];

/** A number beside a mark is taken for that mark's. */
function elsewhere({ channels }: Unit, rows: ChartRows): readonly Refusal[] {
  const text = channels.get("text");
  const printed = rows.columnOf.get(fieldOf(text) ?? "");
  if (text === undefined || printed === undefined) return [];
  const placed = (["x", "y"] as const).flatMap((name) => {
    const channel = channels.get(name);
    const column = isNumeric(channel) ? rows.shows.get(fieldOf(channel) ?? "") : undefined;
    return column === undefined ? [] : [column];
  });
  const [first] = placed;
  if (first === undefined || placed.includes(printed)) return [];
  // A change, which has its sign, is not taken for an amount.
  if (rows.signed.has(fieldOf(text) ?? "")) return [];
  if (!placed.every((column) => unitOf(column, rows) === unitOf(printed, rows))) return [];
  const message = `The numbers of ${printed} would stand where ${first} is`;
  const hint = `place them by "${printed}", or at the edge by { "value": "width" }, or print ${first}`;
  return [{ path: [...text.path, "field"], at: "value", message, hint }];
}
