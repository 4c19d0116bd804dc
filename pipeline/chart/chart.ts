import type { Charted, Derived } from "../model/brief.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Drawing } from "../model/drawing.ts";
import { byCodeUnit } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import { onceFor } from "../model/remembered.ts";
import { error, hasErrors, nearest, type Problem } from "../model/problem.ts";
import type { Host, Outcome, Stage } from "../model/stage.ts";
import type { ChartDesign } from "../model/template.ts";
import { openTypefaces, type Typefaces } from "../type/typefaces.ts";
import { checkData } from "./check-data.ts";
import { checkSense } from "./check-sense.ts";
import { checkSpec, type Refusal, type SpecReading } from "./check-spec.ts";
import { drawChart, type ChartInput, type Drawn } from "./draw.ts";
import { isObject, laidOver, property, type JsonObject } from "./json.ts";
import { keptDrawing } from "./kept.ts";
import { readingOf } from "./reading.ts";
import { chartRows, type ChartRows } from "./rows.ts";
import { specPlaces, type Path, type SpecPlaces } from "./spec-places.ts";
import { CannotDraw } from "./vega-run.ts";

/** Past these a chart is refused: rows, units of width and height, and characters of SVG. */
const MOST = { rows: 5000, width: 2000, height: 3000, characters: 300_000 };

/** Draws the charts of a brief, from its figures alone. */
export const chart: Stage<Derived, Charted> = async (brief, host) => {
  const designs = [...brief.template.charts.values()].toSorted((a, b) => byCodeUnit(a.id, b.id));
  // At once: the typefaces of one are cut while the next is drawn.
  const made = await Promise.all(designs.map((design) => drawing(brief, design, host)));
  const problems = made.flatMap((each) => each.problems);
  const drawings = new Map(made.flatMap(({ value }) => (value ? [[value.id, value]] : [])));
  return hasErrors(problems) ? { problems } : { value: { ...brief, drawings }, problems };
};

/** One chart: drawn now, or kept from before. */
async function drawing(brief: Derived, design: ChartDesign, host: Host): Promise<Outcome<Drawing>> {
  const places = specPlaces(design.spec);
  const prepared = prepare(brief, design, places);
  if ("problems" in prepared) return prepared;
  const { input, wrong } = prepared;
  const kept = keptDrawing(input, host);
  // What was drawn of the very same spec and rows passed these checks then.
  if (kept.drawn) return { value: drawingOf(kept.drawn, input, places), problems: [] };
  const problems = wrong();
  if (problems.length > 0) return { problems };
  const typefaces = await openTypefaces(host);
  const drawn = await draw(input, brief, design, places, typefaces);
  if (drawn.value === undefined) return { problems: drawn.problems };
  kept.keep(drawn.value);
  const family = brief.theme.type.sans;
  for (const { weight, italic, characters } of drawn.value.letters)
    typefaces.subsetSoon({ family, weight, italic }, characters);
  return { value: drawingOf(drawn.value, input, places), problems: drawn.problems };
}

interface Prepared {
  readonly input: ChartInput;
  /** Holds the spec against the list of what is drawn and against its rows. */
  readonly wrong: () => readonly Problem[];
}

/** All that goes into the drawing of a chart, or why there is nothing to draw. */
function prepare(
  brief: Derived,
  design: ChartDesign,
  places: SpecPlaces,
): Prepared | { readonly problems: readonly Problem[] } {
  const dataset = brief.datasets.get(design.rows);
  const spec = design.spec.json;
  if (dataset === undefined || !isObject(spec) || property(property(spec, "data"), "name") !== design.rows) {
    const message =
      dataset === undefined ? `There is no dataset ${design.rows} to draw` : "A chart spec names its dataset";
    const near = nearest(design.rows, brief.datasets.keys());
    const hint = near === undefined || dataset ? `"data": { "name": "${design.rows}" }` : `did you mean ${near}?`;
    return {
      problems: [
        error(dataset === undefined ? "name/unknown" : "chart/not-allowed", places.value(["data", "name"]), message, {
          hint,
        }),
      ],
    };
  }
  if (dataset.rows.length === 0) {
    return {
      problems: [
        error("chart/empty", places.value(["data", "name"]), `Dataset ${dataset.id} has no rows to draw`, {
          hint: `give ${dataset.id} rows, or take the chart out`,
        }),
      ],
    };
  }
  if (dataset.rows.length > MOST.rows) {
    const arithmetic = `${dataset.rows.length} rows, at most ${MOST.rows}`;
    return {
      problems: [
        error(
          "chart/bounds",
          places.value(["data", "name"]),
          `Dataset ${dataset.id} has more rows than a chart shows`,
          { arithmetic },
        ),
      ],
    };
  }
  const { rows, problems } = chartRows(brief, dataset, design.words);
  const narrowSpec = narrowOf(spec);
  const input = { id: design.id, spec, narrowSpec, rows, theme: brief.theme, language: brief.language };
  if (problems.length > 0 || !isObject(narrowSpec))
    return { problems: [...problems, ...wrongParts(spec, narrowSpec, rows, places)] };
  return { input: { ...input, narrowSpec }, wrong: () => wrongSpec({ ...input, narrowSpec }, dataset, places) };
}

/** The spec of the narrow drawing: what the spec says, and what it says of narrow screens laid over it. */
const narrowOf = onceFor((spec: JsonObject) => laidOver(spec, property(property(spec, "usermeta"), "narrow") ?? {}));

/** What is wrong with the parts of a spec, each by itself. */
function wrongParts(spec: JsonObject, narrowSpec: unknown, rows: ChartRows, places: SpecPlaces): readonly Problem[] {
  const reading = checkSpec(spec);
  return [
    ...emptyColumns(reading, rows, places),
    ...specProblems(reading, rows, places, (path) => path),
    ...specProblems(checkSpec(narrowSpec), rows, places, (path) => narrowPath(path, places)),
  ];
}

/** What is wrong with the parts of a spec; where nothing is, with what they say together; where nothing is, with what it asks of its rows. */
function wrongSpec({ spec, narrowSpec, rows }: ChartInput, dataset: Dataset, places: SpecPlaces): readonly Problem[] {
  const parts = wrongParts(spec, narrowSpec, rows, places);
  if (parts.length > 0) return parts;
  const together = [
    ...refusalProblems(checkSense(spec, rows), places, (path) => path),
    ...refusalProblems(checkSense(narrowSpec, rows), places, (path) => narrowPath(path, places)),
  ];
  return together.length > 0 ? together : checkData(spec, rows, dataset, places);
}

/** Where a part of the narrow drawing's spec is written; undefined when it is the wide drawing's, and told already. */
function narrowPath(path: Path, places: SpecPlaces): Path | undefined {
  const written = ["usermeta", "narrow", ...path];
  return path[0] !== "usermeta" && places.has(written) ? written : undefined;
}

function refusalProblems(
  refusals: readonly Refusal[],
  places: SpecPlaces,
  where: (path: Path) => Path | undefined,
): readonly Problem[] {
  return refusals.flatMap(({ path, at, message, hint }) => {
    const written = where(path);
    return written === undefined ? [] : [error("chart/not-allowed", places[at](written), message, { hint })];
  });
}

function specProblems(
  reading: SpecReading,
  rows: ChartRows,
  places: SpecPlaces,
  where: (path: Path) => Path | undefined,
): readonly Problem[] {
  const refused = refusalProblems(reading.refusals, places, where);
  const unknown = reading.fields
    .filter(({ field }) => !rows.fields.has(field))
    .flatMap(({ field, path }) => {
      const written = where(path);
      const near = nearest(field, rows.fields);
      const hint = near === undefined ? `they have ${[...rows.fields].join(", ")}` : `did you mean "${near}"?`;
      return written === undefined
        ? []
        : [error("chart/unknown-field", places.value(written), `The rows have no field "${field}"`, { hint })];
    });
  return [...refused, ...unknown];
}

/** Columns that a spec shows and that have no number in any row. */
function emptyColumns(reading: SpecReading, rows: ChartRows, places: SpecPlaces): readonly Problem[] {
  const shown = reading.fields.flatMap(({ field, path }) => {
    const column = rows.shows.get(field);
    return column === undefined ? [] : [{ column, path }];
  });
  const empty = shown.filter(({ column }) => ![...rows.figures.values()].some((figures) => figures.has(column)));
  return empty
    .filter(({ column }, index) => empty.findIndex((each) => each.column === column) === index)
    .map(({ column, path }) =>
      error("chart/empty", places.value(path), `No row has a number for ${column}`, {
        hint: "draw another column, or take the chart out",
      }),
    );
}

/** What to do about words that are not Footing's. */
const VEGA = "change or take out what these words name: a drawing that Vega-Lite doubts may show something else";

async function draw(
  input: ChartInput,
  brief: Derived,
  design: ChartDesign,
  places: SpecPlaces,
  typefaces: Typefaces,
): Promise<Outcome<Drawn>> {
  let drawn: Drawn;
  try {
    drawn = await drawChart(input, typefaces);
  } catch (caught) {
    if (!(caught instanceof CannotDraw)) throw caught;
    return {
      problems: [
        error(
          "chart/spec",
          places.value(drawnAt([], places)),
          `Vega-Lite cannot draw ${design.id}: ${caught.message}`,
          { hint: VEGA },
        ),
      ],
    };
  }
  const warnings = drawn.warnings.map((words) => {
    const emptied = /^Infinite extent for field "([^"]+)"/.exec(words)?.[1];
    const message =
      emptied === undefined
        ? `Vega-Lite warns of ${design.id}: ${words}`
        : `In ${design.id} no row passes the filter of a layer that shows "${emptied}"`;
    const hint = emptied === undefined ? VEGA : "look at what the filter asks of the rows, or take it out";
    return error("chart/spec", places.value(drawnAt([], places)), message, { hint });
  });
  // What is wrong with a drawing that Vega-Lite warns of follows from that.
  if (warnings.length > 0) return { problems: warnings };
  const findings = drawn.findings.map(({ code = "chart/bad-drawing", message, path, words, arithmetic, hint }) =>
    error(
      code,
      cellPlace(words, brief, design) ?? typedPlace(words, input, places) ?? places.value(drawnAt(path, places)),
      message,
      { arithmetic, hint },
    ),
  );
  const problems = [...findings, ...boundsProblems(drawn, design, places)];
  return problems.length > 0 ? { problems } : { value: drawn, problems: [] };
}

/** Of a view as a whole, where it says what it draws. */
const drawnAt = (path: Path, places: SpecPlaces): Path =>
  ["mark", "layer", "hconcat", "vconcat", "concat", "spec"]
    .map((step) => [...path, step])
    .find((each) => places.has(each)) ?? path;

/** Where words stand in the rows of a chart, if they do. */
function cellPlace(words: string | undefined, { datasets }: Derived, { rows }: ChartDesign): Place | undefined {
  if (words === undefined) return undefined;
  const cells = datasets.get(rows)?.rows.flatMap((row) => [...row.cells.values()]) ?? [];
  return cells.find(({ text }) => text.trim() === words)?.place;
}

/** Where words are typed in a spec, as the title of an axis, if they are. */
function typedPlace(words: string | undefined, { spec }: ChartInput, places: SpecPlaces): Place | undefined {
  const typed = checkSpec(spec).words.find(({ text }) => text === words);
  return typed === undefined ? undefined : places.value(typed.path);
}

function boundsProblems(drawn: Drawn, design: ChartDesign, places: SpecPlaces): readonly Problem[] {
  const { wide, narrow, print } = drawn;
  const tooLarge = [wide, narrow, print].find(
    ({ width, height, svg }) => width > MOST.width || height > MOST.height || svg.length > MOST.characters,
  );
  if (tooLarge === undefined) return [];
  const arithmetic = `${tooLarge.width} × ${tooLarge.height} and ${tooLarge.svg.length} characters; at most ${MOST.width} × ${MOST.height} and ${MOST.characters}`;
  return [
    error("chart/bounds", places.value(["height"]), `${design.id} is larger than a chart may be`, {
      arithmetic,
      hint: "show fewer rows or marks",
    }),
  ];
}

function drawingOf(drawn: Drawn, { id, spec, narrowSpec, rows }: ChartInput, places: SpecPlaces): Drawing {
  const { print, download, letters, wide, narrow, numbers } = drawn;
  const words = [
    ...checkSpec(spec).words,
    ...checkSpec(narrowSpec).words.flatMap((each) => {
      const path = narrowPath(each.path, places);
      return path === undefined ? [] : [{ ...each, path }];
    }),
  ].map(({ text, path }) => ({ text, place: places.value(path) }));
  return { id, print, download, letters, wide, narrow, numbers, words, reading: readingOf(spec, drawn, rows) };
}
