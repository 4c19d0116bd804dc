import { isObject, type JsonObject } from "./json.ts";
import type { Path } from "./spec-places.ts";
import { CONCATS } from "./views.ts";

/** A channel of a unit, with what the layers around it say of it. */
export interface UnitChannel {
  readonly says: JsonObject;
  /** Where it is written, the innermost place. */
  readonly path: Path;
  /** Where the channel is written that says each of its properties. */
  readonly at: Readonly<Record<string, Path>>;
}

/** One set of marks of a spec, as Vega-Lite takes it: its own encoding laid over that of the layers around it. */
export interface Unit {
  readonly type: string;
  /** The properties of the mark. */
  readonly mark: JsonObject;
  readonly channels: ReadonlyMap<string, UnitChannel>;
  /** Whether it shows some of the rows alone. */
  readonly filtered: boolean;
  /** The plot that it is in: the path of the panel around its layers. */
  readonly plot: Path;
  /** The height of its plot, in pixels or as a step for each row. */
  readonly height: unknown;
  readonly path: Path;
}

/** All sets of marks of a spec, those of layers and panels too. */
export const unitsOf = (spec: unknown): readonly Unit[] =>
  within(spec, { channels: new Map(), filtered: false, plot: [], height: undefined, path: [] });

type Around = Omit<Unit, "type" | "mark">;

function within(view: unknown, around: Around): readonly Unit[] {
  if (!isObject(view)) return [];
  const { path } = around;
  const height = view["height"] ?? around.height;
  const filtered = around.filtered || (Array.isArray(view["transform"]) && view["transform"].length > 0);
  const channels = laidOver(around.channels, view["encoding"], [...path, "encoding"]);
  const below = (name: string, inner: Pick<Around, "channels">): readonly Unit[] => {
    const list = view[name];
    if (!Array.isArray(list)) return [];
    return list.flatMap((each: unknown, index) => {
      const own = [...path, name, index];
      return within(each, { ...inner, filtered, height, plot: name === "layer" ? around.plot : own, path: own });
    });
  };
  const { mark } = view;
  const own = isObject(mark) ? mark : { type: mark };
  const unit =
    "mark" in view
      ? [{ type: String(own["type"]), mark: own, channels, filtered, plot: around.plot, height, path }]
      : [];
  const inner = [...path, "spec"];
  const facet = within(view["spec"], { channels: new Map(), filtered, height, plot: inner, path: inner });
  return [
    ...unit,
    ...below("layer", { channels }),
    ...CONCATS.flatMap((name) => below(name, { channels: new Map() })),
    ...facet,
  ];
}

function laidOver(
  around: ReadonlyMap<string, UnitChannel>,
  encoding: unknown,
  path: Path,
): ReadonlyMap<string, UnitChannel> {
  const channels = new Map(around);
  for (const [name, says] of isObject(encoding) ? Object.entries(encoding) : []) {
    if (!isObject(says)) continue;
    const [own, outer] = [[...path, name], channels.get(name)];
    const at = Object.fromEntries(Object.keys(says).map((property) => [property, own]));
    channels.set(name, { says: { ...outer?.says, ...says }, path: own, at: { ...outer?.at, ...at } });
  }
  return channels;
}
