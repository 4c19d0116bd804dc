import type { Finding } from "./audit.ts";
import type { CompiledMark } from "./compiled.ts";
import type { GapWords } from "./gaps.ts";
import { isObject } from "./json.ts";
import type { ChartRows } from "./rows.ts";
import type { Scene } from "./scene.ts";
import type { Path } from "./spec-places.ts";
import { CONCATS } from "./views.ts";

/** Channels by which a chart tells rows and series apart. */
const LOOKS = ["color", "fill", "stroke", "shape", "strokeDash", "detail", "xOffset", "yOffset"] as const;
const PLACES = ["x", "y"] as const;

/** Series that a reader sees and that nothing in the drawing names: no label, no axis, no head of a panel, no legend. */
export function unnamedSeries(spec: unknown, scene: Scene, gaps: GapWords, rows: ChartRows): readonly Finding[] {
  const printed = new Set(scene.texts.map(({ text }) => text));
  return seriesIn(spec).flatMap(({ field, path, inOrder, place }) => {
    // A row that may have no mark is told as a gap.
    const drawn = rows.data.filter(({ row }) => !gaps.has(String(row)));
    const values = [...new Set(drawn.map((row) => row[field]))];
    // What is all of one kind needs no name in the drawing: the caption has it.
    const namesOf = namesIn(field, rows);
    const unnamed = (values.length < 2 ? [] : values).filter(
      (value) => !namesOf(value).some((name) => printed.has(name)),
    );
    const [first] = unnamed;
    if (first === undefined || first === null || (inOrder && values.length - unnamed.length >= FEWEST)) return [];
    return [
      {
        message: `Nothing in the drawing says which marks are "${first}"`,
        hint: place
          ? `give "${field}" an axis with its names, or print them in a layer of texts`
          : `print the names beside the marks, with a layer { "mark": "text", "encoding": { "text": { "field": "${field}" } } }; more than three series may have "legend": {}`,
        path,
      },
    ];
  });
}

/** Legends for so few series that they can be labelled where they are. */
export function needlessLegends(spec: unknown, rows: ChartRows): readonly Finding[] {
  return seriesIn(spec).flatMap(({ field, path, legend }) => {
    const count = new Set(rows.data.map((row) => row[field])).size;
    if (!legend || count > DIRECT) return [];
    return [
      {
        message: `A legend for ${count} series makes readers look to and fro`,
        hint: `label them directly, with a layer of texts; a legend is for more than ${DIRECT}`,
        path: [...path, "legend"],
      },
    ];
  });
}

/** From two names on, readers know the others of an order, as years. */
const FEWEST = 2;

/** As many series as are labelled directly, never by a legend. */
const DIRECT = 3;

interface Series {
  readonly field: string;
  readonly path: Path;
  readonly legend: boolean;
  /** Whether it is along an axis. */
  readonly place: boolean;
  /** Whether its values stand along an axis in an order of their own, as years do. */
  readonly inOrder: boolean;
}

function seriesIn(part: unknown, path: Path = []): readonly Series[] {
  if (Array.isArray(part)) return part.flatMap((each: unknown, index) => seriesIn(each, [...path, index]));
  if (!isObject(part) || path[0] === "usermeta") return [];
  const encoding = isObject(part["encoding"]) ? part["encoding"] : {};
  const own = [...LOOKS, ...PLACES].flatMap((name): Series[] => {
    const channel = encoding[name];
    if (!isObject(channel) || typeof channel["field"] !== "string") return [];
    const { type = "nominal" } = channel;
    if (type !== "nominal" && type !== "ordinal") return [];
    const place = PLACES.some((each) => each === name);
    const inOrder = type === "ordinal" && place;
    const legend = isObject(channel["legend"]);
    return [{ field: channel["field"], path: [...path, "encoding", name], legend, place, inOrder }];
  });
  return [
    ...own,
    ...Object.entries(part).flatMap(([step, inner]) => (step === "encoding" ? [] : seriesIn(inner, [...path, step]))),
  ];
}

/** Gives the texts that name a series: what its rows have in any field of words whose every value is of one series alone. */
function namesIn(field: string, rows: ChartRows): (value: unknown) => readonly string[] {
  const words = Object.entries(rows.data[0] ?? {}).flatMap(([name, each]) =>
    typeof each === "string" && !rows.shows.has(name) ? [name] : [],
  );
  const names = new Map<unknown, string[]>();
  for (const name of words) {
    const owners = new Map<string, Set<unknown>>();
    for (const row of rows.data) {
      const text = row[name];
      if (typeof text !== "string" || text === "") continue;
      const known = owners.get(text) ?? new Set();
      owners.set(text, known.add(row[field]));
    }
    for (const [text, [owner, ...others]] of owners)
      if (others.length === 0) names.set(owner, [...(names.get(owner) ?? []), text]);
  }
  return (value) => [...(names.get(value) ?? []), ...(typeof value === "number" ? [String(value)] : [])];
}

/** Words typed into a spec that are the name of a row, at marks or in panels of other rows. */
export function falseNames(
  spec: unknown,
  scene: Scene,
  marks: readonly CompiledMark[],
  rows: ChartRows,
): readonly Finding[] {
  const having = (text: string): ReadonlySet<unknown> =>
    new Set(
      rows.data
        .filter((row) => Object.entries(row).some(([name, value]) => value === text && !rows.shows.has(name)))
        .map(({ row }) => row),
    );
  const finding = (text: string, row: string, path: Path): Finding => ({
    message: `"${text}" is printed at ${row}, and is the name of another row`,
    hint: "print names by their field, or facet by it",
    path,
  });
  const typed = scene.texts.flatMap(({ text, row, mark }) => {
    const compiled = marks.find(({ name }) => name === mark);
    if (row === undefined || compiled === undefined || compiled.texts.length > 0) return [];
    const named = having(text);
    return named.size === 0 || named.has(row) ? [] : [finding(text, row, [...compiled.path, "mark"])];
  });
  const titled = titlesIn(spec).flatMap(({ text, path }) => {
    const named = having(text);
    const own = new Set(marks.filter((mark) => isWithin(mark.path, path)).map(({ name }) => name));
    const other = scene.marks.find(({ mark, row }) => own.has(mark) && row !== undefined && !named.has(row));
    return named.size === 0 || other === undefined ? [] : [finding(text, other.row ?? "", [...path, "title"])];
  });
  return [...typed, ...titled].slice(0, 1);
}

const isWithin = (path: Path, around: Path): boolean => around.every((step, index) => path[index] === step);

function titlesIn(view: unknown, path: Path = []): readonly { readonly text: string; readonly path: Path }[] {
  if (!isObject(view)) return [];
  const { title } = view;
  const below = [...CONCATS, "layer"].flatMap((name) => {
    const list = view[name];
    return Array.isArray(list) ? list.flatMap((each: unknown, index) => titlesIn(each, [...path, name, index])) : [];
  });
  return [
    ...(typeof title === "string" ? [{ text: title, path }] : []),
    ...below,
    ...titlesIn(view["spec"], [...path, "spec"]),
  ];
}
