import { isObject, property } from "./json.ts";
import type { Path } from "./spec-places.ts";

/** What the compiled spec tells of one set of marks. */
export interface CompiledMark {
  readonly name: string;
  readonly type: string;
  /** Fields that the marks print as text. */
  readonly texts: readonly string[];
  /** Fields that place the marks, without the ends of intervals. */
  readonly positions: readonly string[];
  /** The field whose value the length of a bar shows, and along which axis; undefined for all but bars from one line. */
  readonly length: { readonly field: string; readonly along: "x" | "y"; readonly stacked: boolean } | undefined;
  /** Where the spec asks for these marks. */
  readonly path: Path;
}

/** The marks of a compiled Vega spec; `under` is where in it the author's own spec stands. */
export function compiledMarks(compiled: unknown, under: Path = []): readonly CompiledMark[] {
  const marks = property(compiled, "marks");
  if (!Array.isArray(marks)) return [];
  return marks.flatMap((mark: unknown) => [...compiledMark(mark, under), ...compiledMarks(mark, under)]);
}

function compiledMark(mark: unknown, under: Path): readonly CompiledMark[] {
  const [name, type] = [property(mark, "name"), property(mark, "type")];
  if (typeof name !== "string" || typeof type !== "string" || type === "group") return [];
  const update = property(property(mark, "encode"), "update");
  const positions = ["x", "y", "x2", "y2", "xc", "yc"].flatMap((channel) => fieldsOf(property(update, channel)));
  const length = barLength(type, update);
  if (length?.stacked) positions.push(length.field);
  return [
    {
      name,
      type,
      texts: fieldsOf(property(update, "text")),
      positions: [...new Set(positions)],
      length,
      path: pathOf(name, under),
    },
  ];
}

function barLength(type: string, update: unknown): CompiledMark["length"] {
  if (type !== "rect") return undefined;
  for (const along of ["x", "y"] as const) {
    const [end, start] = [property(update, along), property(update, `${along}2`)];
    const field = fieldsOf(end)[0];
    // A bar from one fixed end: zero, or the foot of a scale without zero, which the audit then sees.
    if (field !== undefined && start !== undefined && fieldsOf(start).length === 0)
      return { field, along, stacked: false };
    // Vega-Lite stacks bars unless it is told not to: from field_start to field_end.
    const stacked = field !== undefined && field.endsWith("_end") ? field.slice(0, -"_end".length) : undefined;
    if (stacked !== undefined && fieldsOf(start)[0] === `${stacked}_start`)
      return { field: stacked, along, stacked: true };
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

/** Vega-Lite names marks after their place: `layer_3_layer_1_marks` is layer 1 of layer 3. */
function pathOf(name: string, under: Path): Path {
  const path = [...name.matchAll(/layer_(\d+)/g)].flatMap((match) => ["layer", Number(match[1])]);
  return under.every((step, index) => path[index] === step) ? path.slice(under.length) : path;
}
