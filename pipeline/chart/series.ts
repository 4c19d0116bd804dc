import type { Finding } from "./audit.ts";
import { isObject } from "./json.ts";
import type { ChartRows } from "./rows.ts";
import type { Scene } from "./scene.ts";
import type { Path } from "./spec-places.ts";

/** Channels by which a chart tells series apart. */
const LOOKS = ["color", "fill", "stroke", "shape", "strokeDash"] as const;

/** Series that a reader sees and that nothing in the drawing names: no label, no axis, no head of a panel, no legend. */
export function unnamedSeries(spec: unknown, scene: Scene, rows: ChartRows): readonly Finding[] {
  const printed = new Set(scene.texts.map(({ text }) => text));
  return seriesIn(spec).flatMap(({ field, path }) => {
    const values = [...new Set(rows.data.map((row) => row[field]))];
    // What is all of one kind needs no name in the drawing: the caption has it.
    const unnamed = (values.length < 2 ? [] : values).find(
      (value) => !namesOf(field, value, rows).some((name) => printed.has(name)),
    );
    if (unnamed === undefined || unnamed === null) return [];
    return [
      {
        message: `Nothing in the drawing says which marks are "${unnamed}"`,
        hint: `print the names beside the marks, with a layer { "mark": "text", "encoding": { "text": { "field": "${field}" } } }; more than three series may have "legend": {}`,
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

/** As many series as are labelled directly, never by a legend. */
const DIRECT = 3;

interface Series {
  readonly field: string;
  readonly path: Path;
  readonly legend: boolean;
}

function seriesIn(part: unknown, path: Path = []): readonly Series[] {
  if (Array.isArray(part)) return part.flatMap((each: unknown, index) => seriesIn(each, [...path, index]));
  if (!isObject(part) || path[0] === "usermeta") return [];
  const encoding = isObject(part["encoding"]) ? part["encoding"] : {};
  const own = LOOKS.flatMap((name): Series[] => {
    const channel = encoding[name];
    if (!isObject(channel) || typeof channel["field"] !== "string") return [];
    if (channel["type"] !== "nominal" && channel["type"] !== "ordinal") return [];
    return [{ field: channel["field"], path: [...path, "encoding", name], legend: isObject(channel["legend"]) }];
  });
  return [
    ...own,
    ...Object.entries(part).flatMap(([step, inner]) => (step === "encoding" ? [] : seriesIn(inner, [...path, step]))),
  ];
}

/** The texts that name a series: what its rows have in any field of words whose every value is of one series alone. */
function namesOf(field: string, value: unknown, rows: ChartRows): readonly string[] {
  const words = Object.entries(rows.data[0] ?? {}).flatMap(([name, each]) =>
    typeof each === "string" && !rows.shows.has(name) ? [name] : [],
  );
  return words.flatMap((name) => {
    const own = rows.data.filter((row) => row[field] === value).map((row) => row[name]);
    const others = new Set(rows.data.filter((row) => row[field] !== value).map((row) => row[name]));
    return own.flatMap((text) => (typeof text === "string" && text !== "" && !others.has(text) ? [text] : []));
  });
}
