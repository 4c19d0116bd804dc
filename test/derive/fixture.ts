import type { Derived, Validated } from "../../pipeline/model/brief.ts";
import type { Column, Dataset, Definition, Row, WordList } from "../../pipeline/model/dataset.ts";
import type { Absence, Figure, Flag, Gap } from "../../pipeline/model/figure.ts";
import type { BriefId, DatasetId, EditionId, FigureId, SourceId, TemplateId } from "../../pipeline/model/id.ts";
import { intervalOf, type Interval, type Rounding } from "../../pipeline/model/interval.ts";
import type { Language } from "../../pipeline/model/language.ts";
import type { Place } from "../../pipeline/model/place.ts";
import type { Problem } from "../../pipeline/model/problem.ts";
import { parseDecimal, type Rational } from "../../pipeline/model/rational.ts";
import type { Host, Outcome } from "../../pipeline/model/stage.ts";
import type { Theme } from "../../pipeline/model/theme.ts";
import type { Amount, Count, Unit } from "../../pipeline/model/unit.ts";
import { derive } from "../../pipeline/derive/derive.ts";

export const figureId = (text: string): FigureId => text as FigureId;
const datasetId = (text: string): DatasetId => text as DatasetId;
const sourceId = (text: string): SourceId => text as SourceId;

export const million: Amount = { kind: "amount", currency: "CNY", scale: "million" };
export const count = (noun?: string): Count => (noun === undefined ? { kind: "count" } : { kind: "count", noun });
export const shareOf = (of: string): Unit => ({
  kind: "share",
  of: of.includes(" ") ? { words: of } : { figure: figureId(of) },
});

/** A number as typed with its unit, or with an interval of one's own. */
export interface Number {
  readonly text: string;
  readonly unit: Unit;
  readonly rounding?: Rounding;
  readonly interval?: Interval;
  /** In place of what the text says, where no decimal is the value. */
  readonly value?: Rational;
  readonly period?: string;
  readonly basis?: "outturn" | "plan";
}
export const number = (text: string, unit: Unit, rounding?: Rounding): Number =>
  rounding === undefined ? { text, unit } : { text, unit, rounding };

/** A dataset as briefly as tests want it. Formulas stand one a line, from line 30 and column 10. */
export interface Sketch {
  readonly figures?: Readonly<Record<string, Number>>;
  readonly columns?: Readonly<Record<string, Unit | "text">>;
  /** Cells may be gaps, as `:`, `c` and `z`, or have flags: `23 p`. A row `korea@2018` is of the period 2018. */
  readonly rows?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly rounding?: Rounding;
  readonly source?: string;
  readonly each?: Readonly<Record<string, string>>;
  readonly once?: Readonly<Record<string, string>>;
  /** How many characters longer the formulas' scalars are than their texts: 2 when quoted. */
  readonly quotes?: number;
}

/** A brief of these datasets, as validate hands it on. */
function briefOf(sketches: Readonly<Record<string, Sketch>>): Validated {
  const given = new Map<FigureId, Figure>();
  const givenGaps = new Map<FigureId, Gap>();
  const datasets = new Map(
    Object.entries(sketches).map(([name, sketch]) => [datasetId(name), datasetOf(name, sketch, given, givenGaps)]),
  );
  const settings = {
    title: { text: "Brief", place: at("brief", 1) },
    institution: "House",
    authors: [],
    keywords: [],
    edition: { id: "2023-06-20" as EditionId, date: "2023-06-20", kind: "first", published: false },
    dates: [],
    names: [],
    contents: false,
    idioms: [],
    accept: [],
    place: at("brief", 1),
  } as const;
  return {
    id: "brief" as BriefId,
    settings,
    // Derive does not look at the theme.
    language: languageOf("en-GB"),
    theme: {} as Theme,
    datasets,
    sources: new Map(),
    discrepancies: [],
    given,
    givenGaps,
    template: { id: "t" as TemplateId, prose: { file: "", text: "" }, tables: new Map(), charts: new Map() },
    house: { page: "", css: "" },
    records: [],
    inputs: new Map(),
    checks: 0,
  };
}

const ABSENT: Readonly<Record<string, Absence>> = { ":": "missing", c: "confidential", z: "not-applicable" };
const LETTERS: Readonly<Record<string, Flag>> = { p: "provisional", e: "estimated", r: "revised", b: "break" };

function datasetOf(name: string, sketch: Sketch, given: Map<FigureId, Figure>, gaps: Map<FigureId, Gap>): Dataset {
  const { figures = {}, columns = {}, rows = {}, lists = {}, each = {}, once = {}, rounding = "unknown" } = sketch;
  const sources = [sourceId(sketch.source ?? `${name}-source`)];
  const put = (
    id: string,
    { text: typed, unit, rounding: own = rounding, interval, value, period, basis }: Number,
    line: number,
  ): FigureId => {
    const absence = ABSENT[typed];
    if (absence !== undefined) {
      gaps.set(figureId(id), { id: figureId(id), absence, symbol: typed, place: at(name, line), from: [] });
      return figureId(id);
    }
    const [text = "", letters = ""] = typed.split(" ");
    const parsed = parseDecimal(text);
    if (!parsed) throw new SyntaxError(text);
    const flags = [...letters].flatMap((letter) => LETTERS[letter] ?? []);
    given.set(figureId(id), {
      id: figureId(id),
      value: value ?? parsed.value,
      interval: interval ?? intervalOf(parsed.value, parsed.decimals, own),
      bound: "exact",
      unit,
      class: "data",
      place: at(name, line),
      given: { text, decimals: parsed.decimals },
      ...(flags.length === 0 ? {} : { flags }),
      ...(period === undefined ? {} : { period }),
      ...(basis === undefined ? {} : { basis }),
      from: [],
      sources,
    });
    return figureId(id);
  };
  const singles = new Map(Object.entries(figures).map(([key, own]) => [key, put(`${name}.${key}`, own, 5)]));
  const columnList: Column[] = Object.entries(columns).map(([key, unit]) =>
    unit === "text"
      ? { name: key, kind: "text", place: at(name, 10) }
      : { name: key, kind: "number", unit, place: at(name, 10) },
  );
  const rowList: Row[] = Object.entries(rows).map(([words, cells]) => {
    const [key = "", period] = words.split("@");
    const row = words.replace("@", "_");
    const numbers = Object.entries(cells).map(([column, text]): readonly [string, FigureId] => {
      const unit = columns[column];
      if (unit === undefined || unit === "text") throw new SyntaxError(column);
      const cell = { ...number(text, unit, rounding), ...(period === undefined ? {} : { period }) };
      return [column, put(`${name}.${row}.${column}`, cell, 20)];
    });
    return {
      name: row,
      key,
      ...(period === undefined ? {} : { period }),
      cells: new Map(),
      figures: new Map(numbers.filter(([, id]) => !gaps.has(id))),
      gaps: new Map(numbers.filter(([, id]) => gaps.has(id))),
      place: at(name, 20),
    };
  });
  if (rowList.length > 0) columnList.unshift({ name: "name", kind: "id", place: at(name, 10) });
  if (rowList.some((row) => row.period !== undefined))
    columnList.splice(1, 0, { name: "year", kind: "period", place: at(name, 10) });
  const wordLists = Object.entries(lists).map(([key, items]): readonly [string, WordList] => {
    const id = put(`${name}.${key}`, number(`${items.length}`, count(), "exact"), 25);
    return [key, { name: key, items: items.map((text) => ({ text, place: at(name, 25) })), count: id }];
  });
  const definitions = [...Object.entries(each), ...Object.entries(once)].map(([key, text], index): Definition => {
    const place = { ...at(name, 30 + index), column: 3 };
    const length = text.length + (sketch.quotes ?? 0);
    return {
      name: key,
      formula: { text, place: { ...place, column: 10, length } },
      each: index < Object.keys(each).length,
      place,
    };
  });
  return {
    id: datasetId(name),
    title: name,
    class: "data",
    rounding,
    sources,
    singles,
    columns: columnList,
    rows: rowList,
    lists: new Map(wordLists),
    checks: [],
    definitions,
    place: at(name, 1),
  };
}

const at = (name: string, line: number): Place => ({ file: `data/brief/${name}.yaml`, line, column: 1 });

const host: Host = {
  read: () => undefined,
  list: () => undefined,
  packageFile: () => new Uint8Array(),
  sha256: () => "",
  sha256Base64: () => "",
  replaceOutput: () => undefined,
};

/** What derive makes of these datasets. */
export async function deriveAll(sketches: Readonly<Record<string, Sketch>>): Promise<Outcome<Derived>> {
  return derive(briefOf(sketches), host);
}

/** All figures of these datasets; throws when derive found errors. */
export async function figuresOf(sketches: Readonly<Record<string, Sketch>>): Promise<(id: string) => Figure> {
  const { value, problems } = await deriveAll(sketches);
  const errors = problems.filter((each) => each.level === "error");
  if (!value || errors.length > 0)
    throw new Error(errors.map((each) => each.message).join("; ") || "nothing came back");
  return (id) => {
    const figure = value.figures.get(figureId(id));
    if (!figure) throw new Error(`no figure ${id}`);
    return figure;
  };
}

/** The problems that derive finds in these datasets. */
export async function problemsOf(sketches: Readonly<Record<string, Sketch>>): Promise<readonly Problem[]> {
  return (await deriveAll(sketches)).problems;
}

/** A language of which only the tag is known, which is all that number formats ask for. */
export const languageOf = (tag: string): Language => ({ tag }) as Language;
