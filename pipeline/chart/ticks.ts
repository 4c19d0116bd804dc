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
    // One factor for all labels of an axis: 0.5 as 50 per cent, 12 000 as 12.
    const fits = FACTORS.map((factor) => own.filter((label) => !prints(label, factor, language)));
    const wrong = fits.toSorted((a, b) => a.length - b.length)[0]?.[0];
    if (wrong === undefined) return [];
    return [
      {
        message: `The axis prints "${wrong.text}" at ${String(wrong.value)}`,
        hint: "take the number out of labelExpr, and use datum.label, which the format makes",
        path: [],
      },
    ];
  });
}

/** Labels of an axis of names that print the name of another row than the ones that stand there. */
export function falseNames(scene: Scene, rows: ChartRows): readonly Finding[] {
  const having = (text: string): ReadonlySet<unknown> =>
    new Set(rows.data.filter((row) => Object.values(row).includes(text)).map((row) => row["row"]));
  const wrong = scene.texts.find(({ role, text, value }) => {
    if (role !== "axis-label" || typeof value !== "string" || value === text) return false;
    const [there, named] = [having(value), having(text)];
    return there.size > 0 && named.size > 0 && ![...named].some((row) => there.has(row));
  });
  if (wrong === undefined) return [];
  return [
    {
      message: `The axis prints "${wrong.text}" where "${String(wrong.value)}" stands`,
      hint: "name the column of the names as the field, and take them out of labelExpr",
      path: [],
    },
  ];
}

const FACTORS = [1, 100, 1e-3, 1e-6, 1e-9];

function prints({ text, value }: SceneText, factor: number, language: Language): boolean {
  const number = numberIn(text, language);
  if (number === undefined || typeof value !== "number") return true;
  return Math.abs(number.value - value * factor) <= number.half + 1e-9;
}

/** The number in a label, and half a unit of its last digit. */
function numberIn(text: string, { tag }: Language): { readonly value: number; readonly half: number } | undefined {
  const parts = new Intl.NumberFormat(tag).formatToParts(-1234567.5);
  const decimal = parts.find(({ type }) => type === "decimal")?.value ?? ".";
  const group = parts.find(({ type }) => type === "group")?.value ?? ",";
  const written = text
    .replaceAll(group, "")
    .replaceAll(/[\s\u00a0\u202f]/g, "")
    .replaceAll(decimal, ".")
    .replaceAll("\u2212", "-");
  const digits = /-?\d+(?:\.(\d+))?/.exec(written);
  if (digits === null) return undefined;
  return { value: Number(digits[0]), half: 0.5 / 10 ** (digits[1]?.length ?? 0) };
}
