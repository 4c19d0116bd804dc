import { isObject, property } from "./json.ts";
import type { Path } from "./spec-places.ts";
import { pathOfMark } from "./views.ts";

/** What the compiled spec tells of one set of marks. */
export interface CompiledMark {
  readonly name: string;
  readonly type: string;
  /** Fields that the marks print as text. */
  readonly texts: readonly string[];
  /** The field whose value the length of a bar or area shows; undefined for all that does not begin at zero. */
  readonly length: Length | undefined;
  /** Along each axis, the fields that scales of numbers or times turn into places, first ends first. */
  readonly scaled: { readonly x: readonly Scaled[]; readonly y: readonly Scaled[] };
  /** The scale of names that places the marks along each axis. */
  readonly named: { readonly x: string | undefined; readonly y: string | undefined };
  /** Where the spec asks for these marks. */
  readonly path: Path;
}

/** What the length of a bar, or the height of an area, shows. */
export interface Length {
  readonly field: string;
  readonly along: "x" | "y";
  readonly scale: string;
  readonly stacked: boolean;
}

/** A field that a scale turns into a place. */
export interface Scaled {
  readonly field: string;
  readonly scale: string;
  /** The scale's type in Vega: linear, log, sqrt, symlog, utc. */
  readonly type: string;
  /** Whether it is the first end, the second one, or the middle. */
  readonly end: "first" | "second" | "middle";
}

/** The marks of a compiled Vega spec, whose views are named after their places. */
export const compiledMarks = (compiled: unknown): readonly CompiledMark[] =>
  marksIn(compiled, new Map(scalesIn(compiled)));

function marksIn(group: unknown, scales: ReadonlyMap<string, string>): readonly CompiledMark[] {
  const marks = property(group, "marks");
  if (!Array.isArray(marks)) return [];
  return marks.flatMap((mark: unknown) => [...compiledMark(mark, scales), ...marksIn(mark, scales)]);
}

/** The types of all scales by name, those of panels too. */
function scalesIn(group: unknown): readonly [string, string][] {
  const [scales, marks] = [property(group, "scales"), property(group, "marks")];
  const own = Array.isArray(scales)
    ? scales.map((scale: unknown): [string, string] => {
        const [name, type] = [property(scale, "name"), property(scale, "type")];
        return [typeof name === "string" ? name : "", typeof type === "string" ? type : "linear"];
      })
    : [];
  return [...own, ...(Array.isArray(marks) ? marks.flatMap(scalesIn) : [])];
}

function compiledMark(mark: unknown, scales: ReadonlyMap<string, string>): readonly CompiledMark[] {
  const [name, type] = [property(mark, "name"), property(mark, "type")];
  if (typeof name !== "string" || typeof type !== "string" || type === "group") return [];
  const update = property(property(mark, "encode"), "update");
  return [
    {
      name,
      type,
      texts: fieldsOf(property(update, "text")),
      length: barLength(type, update),
      scaled: { x: scaledOf("x", update, scales), y: scaledOf("y", update, scales) },
      named: { x: namedOf("x", update, scales), y: namedOf("y", update, scales) },
      path: pathOfMark(name),
    },
  ];
}

const CONTINUOUS = new Set(["linear", "log", "sqrt", "symlog", "utc"]);

function scaledOf(axis: "x" | "y", update: unknown, scales: ReadonlyMap<string, string>): readonly Scaled[] {
  const ends = [
    [axis, "first"],
    [`${axis}2`, "second"],
    [`${axis}c`, "middle"],
  ] as const;
  return ends.flatMap(([channel, end]) => {
    const found = property(update, channel);
    const { field, scale } = isObject(found) ? { field: found["field"], scale: found["scale"] } : {};
    if (typeof field !== "string" || typeof scale !== "string") return [];
    const type = scales.get(scale) ?? "";
    return CONTINUOUS.has(type) ? [{ field, scale, type, end }] : [];
  });
}

function namedOf(axis: "x" | "y", update: unknown, scales: ReadonlyMap<string, string>): string | undefined {
  const found = [axis, `${axis}c`].map((channel) => property(property(update, channel), "scale"));
  return found.filter((scale) => typeof scale === "string").find((scale) => !CONTINUOUS.has(scales.get(scale) ?? ""));
}

function barLength(type: string, update: unknown): CompiledMark["length"] {
  if (type !== "rect" && type !== "area") return undefined;
  for (const along of ["x", "y"] as const) {
    const [end, start] = [property(update, along), property(update, `${along}2`)];
    const field = fieldsOf(end)[0];
    const scale = String(property(end, "scale"));
    // A bar from one fixed end: zero, or the foot of a scale without zero, which the audit then sees.
    if (field !== undefined && start !== undefined && fieldsOf(start).length === 0)
      return { field, along, scale, stacked: false };
    // Vega-Lite stacks bars unless it is told not to: from field_start to field_end.
    const stacked = field !== undefined && field.endsWith("_end") ? field.slice(0, -"_end".length) : undefined;
    if (stacked !== undefined && fieldsOf(start)[0] === `${stacked}_start`)
      return { field: stacked, along, scale, stacked: true };
  }
  return undefined;
}

/** The fields of the row that a channel of a compiled mark looks at: `{field}`, or in an expression `datum["…"]`. */
function fieldsOf(channel: unknown): readonly string[] {
  if (Array.isArray(channel)) return channel.flatMap(fieldsOf);
  if (!isObject(channel)) return [];
  const { field, signal } = { field: channel["field"], signal: channel["signal"] };
  if (typeof field === "string") return [field];
  if (typeof signal !== "string") return [];
  return [...new Set([...signal.matchAll(/datum\["(\w+)"\]/g)].map((match) => match[1] ?? ""))];
}
