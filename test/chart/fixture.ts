import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import type { Derived } from "../../pipeline/model/brief.ts";
import type { Column, Dataset, Row, Written } from "../../pipeline/model/dataset.ts";
import type { Figure } from "../../pipeline/model/figure.ts";
import type { Interval } from "../../pipeline/model/interval.ts";
import type { Place } from "../../pipeline/model/place.ts";
import { add, divide, HUNDRED, multiply, rational, subtract, type Rational } from "../../pipeline/model/rational.ts";
import type { Host } from "../../pipeline/model/stage.ts";
import type { ChartDesign, NumberFormat } from "../../pipeline/model/template.ts";
import type { Unit } from "../../pipeline/model/unit.ts";
import { language, theme } from "./house.ts";

/** A host that has the installed packages and no files. */
export const host: Host = {
  read: () => undefined,
  list: () => undefined,
  packageFile: (path) => new Uint8Array(readFileSync(`node_modules/${path}`)),
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
  sha256Base64: (bytes) => createHash("sha256").update(bytes).digest("base64"),
  replaceOutput: () => undefined,
};

const place: Place = { file: "data/sample/anso.yaml", line: 1, column: 1 };
const written = (text: string): Written => ({ text, place });
const HALF = rational(1n, 2n);

const around = (value: Rational): Interval => ({
  lo: subtract(value, HALF),
  hi: add(value, HALF),
  loClosed: true,
  hiClosed: true,
});
const less = (a: Interval, b: Interval): Interval => ({
  lo: subtract(a.lo, b.hi),
  hi: subtract(a.hi, b.lo),
  loClosed: true,
  hiClosed: true,
});
const partOf = (share: Interval, whole: Interval): Interval => ({
  lo: divide(multiply(share.lo, whole.lo), HUNDRED),
  hi: divide(multiply(share.hi, whole.hi), HUNDRED),
  loClosed: true,
  hiClosed: true,
});

function figure(id: string, value: Rational, interval: Interval, unit: Unit, given?: string): Figure {
  return {
    id: id as Figure["id"],
    value,
    interval,
    bound: "exact",
    unit,
    class: given === undefined ? "derived" : "data",
    place,
    ...(given === undefined ? {} : { given: { text: given, decimals: 0 } }),
    from: [],
    sources: [],
  };
}

/** Sector, label, share of 91 in 2021, share of 147 in 2022. */
export const SECTORS = [
  ["secretariat", "Secretariat daily operation", 8, 6],
  ["training", "Training and fellowship", 7, 9],
  ["research", "Research projects", 30, 23],
  ["network", "Network development", 4, 3],
  ["advisory", "Strategic advisory", 9, 3],
  ["scholarships", "Scholarships", 42, 56],
] as const;

export const COUNTRIES = [
  ["korea", "South Korea", 50600],
  ["thailand", "Thailand", 28608],
  ["pakistan", "Pakistan", 28023],
  ["india", "India", 23198],
  ["united_states", "United States", 20996],
  ["russia", "Russia", 19239],
  ["indonesia", "Indonesia", 15050],
  ["laos", "Laos", 14645],
  ["japan", "Japan", 14230],
  ["kazakhstan", "Kazakhstan", 11784],
] as const;

const SHARE: Unit = { kind: "share", of: { words: "the total" } };
const MONEY: Unit = { kind: "amount", currency: "CNY", scale: "million" };

function sectorFigures([sector, , before, after]: readonly [string, string, number, number]): readonly Figure[] {
  const [s1, s2, t1, t2] = [before, after, 91, 147].map((value) => rational(BigInt(value))) as [
    Rational,
    Rational,
    Rational,
    Rational,
  ];
  const [a1, a2] = [divide(multiply(s1, t1), HUNDRED), divide(multiply(s2, t2), HUNDRED)];
  const [i1, i2] = [partOf(around(s1), around(t1)), partOf(around(s2), around(t2))];
  const id = (column: string): string => `anso.${sector}.${column}`;
  return [
    { ...figure(id("share_2021"), s1, around(s1), SHARE, String(before)), period: "2021" },
    { ...figure(id("share_2022"), s2, around(s2), SHARE, String(after)), period: "2022" },
    figure(id("amount_2021"), a1, i1, MONEY),
    figure(id("amount_2022"), a2, i2, MONEY),
    { ...figure(id("shift"), subtract(a2, a1), less(i2, i1), MONEY), formula: "amount_2022 - amount_2021" },
    figure(id("shift_pp"), subtract(s2, s1), less(around(s2), around(s1)), { kind: "points" }),
  ];
}

/** Harvests of five crops over six years, invented: crop, label, thousand tonnes from 2018. */
const CROPS = [
  ["wheat", "Wheat", [412, 398, 441, 467, 452, 489]],
  ["barley", "Barley", [233, 251, 240, 262, 270, 281]],
  ["oats", "Oats", [158, 149, 163, 171, 180, 176]],
  ["rye", "Rye", [87, 92, 84, 79, 83, 90]],
  ["spelt", "Spelt", [21, 24, 29, 35, 41, 46]],
] as const;

export const HARVESTS = CROPS.flatMap(([crop, label, amounts]) =>
  amounts.map((amount, index) => ({ name: `${crop}.${2018 + index}`, label, amount })),
);

export const isEnd = ({ name }: { readonly name: string }): boolean => /2018|2023/.test(name);

const harvestFigures = (["harvest", "ends"] as const).flatMap((id) =>
  HARVESTS.map(({ name, amount }) => {
    const value = rational(BigInt(amount));
    return figure(`${id}.${name}.tonnes`, value, around(value), { kind: "count" }, String(amount));
  }),
);

function countryFigures(country: string, students: number, rank: number): readonly Figure[] {
  const exact = (value: number): Interval => ({
    lo: rational(BigInt(value)),
    hi: rational(BigInt(value)),
    loClosed: true,
    hiClosed: true,
  });
  return [
    figure(
      `students.${country}.students`,
      rational(BigInt(students)),
      exact(students),
      { kind: "count" },
      String(students),
    ),
    figure(`students.${country}.rank`, rational(BigInt(rank)), exact(rank), { kind: "rank" }, String(rank)),
  ];
}

function dataset(
  id: string,
  idColumn: string,
  numbers: readonly string[],
  derived: readonly string[],
  rows: readonly (readonly [string, string])[],
): Dataset {
  const column = (name: string, kind: Column["kind"]): Column => ({ name, kind, place });
  const row = ([name, label]: readonly [string, string]): Row => ({
    name,
    key: name.replace(/\.\d+$/, ""),
    ...(/\.\d+$/.test(name) ? { period: name.replace(/^.*\./, "") } : {}),
    gaps: new Map(),
    cells: new Map([["label", written(label)]]),
    figures: new Map(numbers.map((number) => [number, `${id}.${name}.${number}` as Figure["id"]])),
    place,
  });
  return {
    id: id as Dataset["id"],
    title: id,
    class: "data",
    rounding: "unknown",
    sources: [],
    singles: new Map(),
    columns: [
      column(idColumn, "id"),
      ...(rows.some(([name]) => /\.\d+$/.test(name)) ? [column("year", "period")] : []),
      column("label", "text"),
      ...numbers.map((name) => column(name, "number")),
    ],
    rows: rows.map(row),
    lists: new Map(),
    checks: [],
    definitions: derived.map((name) => ({ name, formula: written(""), each: true, place })),
    place,
  };
}

type Fields = Readonly<Record<string, { readonly column: string } & NumberFormat>>;

/** A chart's design from the text of its spec. */
export function design(id: string, rows: string, text: string, fields: Fields): ChartDesign {
  const file = `templates/sample/charts/${id}.vl.json`;
  return {
    id: id as ChartDesign["id"],
    rows: rows as ChartDesign["rows"],
    spec: { file, text, json: JSON.parse(text) as unknown },
    words: {
      title: written(""),
      subtitle: written(""),
      alt: written(""),
      fields: new Map(
        Object.entries(fields).map(([name, { column, ...format }]) => [
          name,
          { column, format, place: { ...place, file: `templates/sample/charts/${id}.yaml`, line: 9 } },
        ]),
      ),
    },
    place: { file, line: 1, column: 1 },
  };
}

const specText = (id: string): string => readFileSync(`templates/belt-and-road-science/charts/${id}.vl.json`, "utf8");

/** The sample's three charts. */
export const sharesChart = (text = specText("anso-shares")): ChartDesign =>
  design("anso-shares", "anso", text, {
    share_2021_text: { column: "share_2021", decimals: 0 },
    share_2022_text: { column: "share_2022", decimals: 0 },
    shift_pp_text: { column: "shift_pp", decimals: 0, sign: true },
  });
export const shiftChart = (text = specText("anso-shift")): ChartDesign =>
  design("anso-shift", "anso", text, { shift_text: { column: "shift", decimals: 1, sign: true } });
export const studentsChart = (text = specText("students")): ChartDesign =>
  design("students", "students", text, { students_text: { column: "students", decimals: 0 } });

type Sector = readonly [string, string, number, number];

/** A brief with the sample's two datasets and one of periods, worked out, and these charts. */
export function brief(charts: readonly ChartDesign[], sectors: readonly Sector[] = SECTORS): Derived {
  const anso = dataset(
    "anso",
    "sector",
    ["share_2021", "share_2022"],
    ["amount_2021", "amount_2022", "shift", "shift_pp"],
    sectors.map(([row, label]) => [row, label]),
  );
  const students = dataset(
    "students",
    "country",
    ["rank", "students"],
    [],
    COUNTRIES.map(([row, label]) => [row, label]),
  );
  const harvest = dataset(
    "harvest",
    "crop",
    ["tonnes"],
    [],
    HARVESTS.map(({ name, label }) => [name, label]),
  );
  const ends = dataset(
    "ends",
    "crop",
    ["tonnes"],
    [],
    HARVESTS.filter(isEnd).map(({ name, label }) => [name, label]),
  );
  const figures = [
    ...harvestFigures,
    ...sectors.flatMap(sectorFigures),
    ...COUNTRIES.flatMap(([country, , count], index) => countryFigures(country, count, index + 1)),
  ];
  return {
    id: "sample" as Derived["id"],
    settings: {
      title: written("Sample"),
      institution: "",
      authors: [],
      keywords: [],
      edition: { id: "2023-06-20", date: "2023-06-20", kind: "first" } as unknown as Derived["settings"]["edition"],
      dates: [],
      names: [],
      contents: false,
      idioms: [],
      accept: [],
      place,
    },
    language,
    theme,
    datasets: new Map([anso, students, harvest, ends].map((each) => [each.id, each])),
    sources: new Map(),
    discrepancies: [],
    given: new Map(),
    givenGaps: new Map(),
    gaps: new Map(),
    template: {
      id: "sample" as Derived["template"]["id"],
      prose: { file: "", text: "" },
      tables: new Map(),
      charts: new Map(charts.map((each) => [each.id, each])),
    },
    house: { page: "", css: "" },
    records: [],
    inputs: new Map(),
    checks: 0,
    figures: new Map(figures.map((each) => [each.id, each])),
  };
}
