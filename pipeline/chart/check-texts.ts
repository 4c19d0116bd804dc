import { fieldOf } from "./check-marks.ts";
import type { Refusal } from "./check-spec.ts";
import type { ChartRows } from "./rows.ts";
import type { Unit } from "./units.ts";

/** Texts of a drawing that would print another number than the one that they stand at, or one that is bound to nothing. */
export const checkTexts = (units: readonly Unit[], rows: ChartRows): readonly Refusal[] =>
  units.filter(({ type }) => type === "text").flatMap((unit) => unbound(unit, rows));

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
