import type { Language } from "../model/language.ts";
import type { Finding } from "./audit.ts";
import type { CompiledMark } from "./compiled.ts";
import type { ChartRows } from "./rows.ts";
import type { Scene, SceneText } from "./scene.ts";

/** Labels of an axis that print another number than the one that they stand at. */
export function falseTicks(scene: Scene, marks: readonly CompiledMark[], language: Language): readonly Finding[] {
  const scaled = marks.flatMap((mark) => [...mark.scaled.x, ...mark.scaled.y]);
  const numbers = new Set(scaled.filter(({ type }) => type !== "utc").map(({ scale }) => scale));
  const labels = scene.texts.filter(({ role, scale }) => role === "axis-label" && numbers.has(scale));
  return [...numbers].flatMap((scale) => {
    const own = labels.filter((label) => label.scale === scale && /\d/.test(label.text));
    const wrong = own.find((label) => !prints(label, language));
    if (wrong === undefined) return [];
    return [
      {
        message: `The axis prints "${wrong.text}" at ${String(wrong.value)}`,
        hint: 'print all its digits, as with "format": ".1f", or put the ticks at round "values"',
        path: [],
      },
    ];
  });
}

/** Scales that place marks by numbers or times which nothing in the drawing names: neither its axis nor a text. */
export function silentScales(scene: Scene, marks: readonly CompiledMark[], rows: ChartRows): readonly Finding[] {
  const printed = printedColumns(scene, marks, rows);
  const silent = marks.find(({ scaled, type }) => {
    return (
      type !== "text" &&
      [...scaled.x, ...scaled.y].some(({ scale, field }) => {
        const plain = field.replace(MADE, "");
        const labels = scene.texts.filter((text) => text.role === "axis-label" && text.scale === scale);
        const values = new Set(rows.data.map((row) => row[plain]));
        return labels.length < Math.min(FEWEST, values.size) && !printed.has(rows.shows.get(plain) ?? plain);
      })
    );
  });
  if (silent === undefined) return [];
  return [
    {
      message: `Nothing in the drawing says which numbers the ${silent.type === "rect" ? "bars" : `marks (${silent.type})`} show`,
      hint: "give the scale an axis with two labels or more, or print the numbers in a layer of texts",
      path: silent.path,
    },
  ];
}

/** The columns whose numbers, or the fields whose texts, are printed for half of the rows or more. */
function printedColumns(scene: Scene, marks: readonly CompiledMark[], rows: ChartRows): ReadonlySet<string> {
  const printed = new Map<string, Set<string>>();
  for (const text of scene.texts) {
    if (text.row === undefined) continue;
    for (const field of marks.find(({ name }) => name === text.mark)?.texts ?? []) {
      const column = rows.columnOf.get(field) ?? field;
      printed.set(column, (printed.get(column) ?? new Set()).add(text.row));
    }
  }
  return new Set([...printed].filter(([, own]) => own.size * 2 >= rows.data.length).map(([column]) => column));
}

/** What Vega-Lite and the house add to the name of a field that they stack, or write in milliseconds. */
const MADE = /_(?:start|end|time)$/;

/** With one label alone a scale has a place and no measure. */
const FEWEST = 2;

function prints({ text, value }: SceneText, language: Language): boolean {
  const number = numberIn(text, language);
  if (number === undefined || typeof value !== "number") return true;
  return Math.abs(number - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

/** The number in a label. */
function numberIn(text: string, { tag }: Language): number | undefined {
  const parts = new Intl.NumberFormat(tag).formatToParts(-1234567.5);
  const decimal = parts.find(({ type }) => type === "decimal")?.value ?? ".";
  const group = parts.find(({ type }) => type === "group")?.value ?? ",";
  const written = text
    .replaceAll(group, "")
    .replaceAll(/[\s\u00a0\u202f]/g, "")
    .replaceAll(decimal, ".")
    .replaceAll("\u2212", "-");
  const digits = /-?\d+(?:\.\d+)?/.exec(written);
  return digits === null ? undefined : Number(digits[0]);
}

/** Labels of an axis of times that say the same of different times. */
export function likeTimes(scene: Scene, marks: readonly CompiledMark[]): readonly Finding[] {
  const times = new Set(
    marks
      .flatMap(({ scaled }) => [...scaled.x, ...scaled.y])
      .flatMap(({ scale, type }) => (type === "utc" ? [scale] : [])),
  );
  const labels = scene.texts.filter(({ role, scale }) => role === "axis-label" && times.has(scale));
  const twice = labels.find((label) =>
    labels.some(
      (other) =>
        other.scale === label.scale && other.text === label.text && Number(other.value) !== Number(label.value),
    ),
  );
  if (twice === undefined) return [];
  return [
    {
      message: `The axis prints "${twice.text}" at two times`,
      hint: 'write more of each, as with "format": "%b %Y"',
      path: [],
    },
  ];
}
