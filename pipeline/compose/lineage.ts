import type { Derived } from "../model/brief.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Doc } from "../model/doc.ts";
import { plainText } from "../model/inline.ts";
import { eachInline } from "../model/doc-walk.ts";
import type { Figure } from "../model/figure.ts";
import { formatEnds, supportedDecimals } from "../model/format.ts";
import type { BlockId, FigureId, SourceId } from "../model/id.ts";
import { isPoint } from "../model/interval.ts";
import { MOST_INPUTS, type DatasetLineage, type NumberLineage, type RowLineage } from "../model/lineage.ts";
import type { Place } from "../model/place.ts";
import { exactDecimal } from "../model/rational.ts";
import { rowIndex } from "../model/row-index.ts";
import { figureText, usualDecimals } from "./figure-text.ts";
import { sourceInlines } from "./note-style.ts";
import { spotWords } from "./spots.ts";

/** What the lineage is told of: the text, before its apparatus is there. */
type Text = Pick<Doc, "cover" | "body" | "notes" | "discrepancies">;

/** How every number that the text shows was made, down to the cells: what it shows, and all that this rests on. */
export function lineageOf(doc: Text, brief: Derived): readonly DatasetLineage[] {
  const shown = shownWhere(doc);
  const wanted = withInputs([...shown.keys()], brief);
  const spots = spotWords(doc, brief.language);
  return datasetsWith(wanted, brief).flatMap((dataset): readonly DatasetLineage[] => {
    const rows = rowsOf(dataset).flatMap((row): readonly RowLineage[] => {
      const figures = row.figures.flatMap((id) => (wanted.has(id) ? (brief.figures.get(id) ?? []) : []));
      if (figures.length === 0) return [];
      const blocks = new Set(figures.flatMap(({ id }) => shown.get(id) ?? []));
      return [rowLineage(row, figures, spots(blocks), brief)];
    });
    const { id, title, place } = dataset;
    return rows.length === 0 ? [] : [{ dataset: id, title, file: place.file, rows, place }];
  });
}

/** The datasets of a brief; of a member of a family, with the rows of others that its numbers rest on. */
function datasetsWith(wanted: ReadonlySet<FigureId>, { datasets, member }: Derived): readonly Dataset[] {
  if (member === undefined) return [...datasets.values()];
  const named = [...wanted].map((id) => id.split("."));
  return [...member.whole.datasets.values()].map((dataset) => {
    const index = rowIndex(dataset);
    const own = named.flatMap(([id, row = ""]) => (id === dataset.id ? (index.get(row) ?? []) : []));
    const inOrder = [...new Set(own)].toSorted((a, b) => a - b);
    return { ...dataset, rows: inOrder.flatMap((at) => dataset.rows[at] ?? []) };
  });
}

/** The figures that a text shows, and the blocks that show each, in the order of reading. */
function shownWhere(doc: Text): ReadonlyMap<FigureId, readonly BlockId[]> {
  const shown = new Map<FigureId, BlockId[]>();
  eachInline(doc, (inline, where) => {
    if (inline.kind === "figure" || inline.kind === "word")
      shown.set(inline.figure, [...(shown.get(inline.figure) ?? []), where as BlockId]);
  });
  return shown;
}

function withInputs(shown: readonly FigureId[], { figures }: Derived): ReadonlySet<FigureId> {
  const wanted = new Set<FigureId>();
  const add = (id: FigureId): void => {
    if (wanted.has(id)) return;
    wanted.add(id);
    figures.get(id)?.from.forEach(add);
  };
  shown.forEach(add);
  return wanted;
}

interface Row {
  readonly title: string;
  readonly figures: readonly FigureId[];
  readonly place: Place;
}

/** The single figures of a dataset, then its rows; in each, what was given before what follows from it. */
function rowsOf({ id, title, singles, lists, columns, rows, definitions, place }: Dataset): readonly Row[] {
  const made = (each: boolean): readonly string[] =>
    definitions.filter((definition) => definition.each === each).map(({ name }) => name);
  const once = made(false).map((name) => `${id}.${name}` as FigureId);
  const given = [...singles.values(), ...[...lists.values()].map(({ count }) => count)];
  const texts = columns.filter(({ kind }) => kind === "text");
  return [
    { title, figures: [...given, ...once], place },
    ...rows.map((row): Row => {
      const words = texts.flatMap(({ name }) => row.cells.get(name)?.text ?? [])[0];
      const each = made(true).map((name) => `${id}.${row.name}.${name}` as FigureId);
      // Of a series with several years, each year is a row.
      const year = row.period === undefined || words === undefined ? "" : `, ${row.period}`;
      return { title: `${words ?? row.name}${year}`, figures: [...row.figures.values(), ...each], place: row.place };
    }),
  ];
}

function rowLineage(row: Row, figures: readonly Figure[], shownIn: RowLineage["shownIn"], brief: Derived): RowLineage {
  const sources = new Set(figures.map((figure) => figure.sources.join()));
  const common = sources.size === 1;
  return {
    title: row.title,
    numbers: figures.map((figure) => numberLineage(figure, new Set(row.figures), !common, brief)),
    sources: common ? sourceTexts(figures[0]?.sources ?? [], brief) : [],
    shownIn,
    place: row.place,
  };
}

const MOST_DECIMALS = 4;

function numberLineage(figure: Figure, row: ReadonlySet<FigureId>, own: boolean, brief: Derived): NumberLineage {
  const { id, formula, filled, place } = figure;
  const { language } = brief;
  const exact = exactDecimal(figure.value)?.split(".");
  const decimals = exact ? Math.min(exact[1]?.length ?? 0, MOST_DECIMALS) : MOST_DECIMALS;
  const elsewhere = figure.from.filter((each) => !row.has(each));
  return {
    figure: id,
    name: id.slice(id.lastIndexOf(".") + 1),
    ...(formula === undefined ? {} : { formula: readable(formula) }),
    ...(filled === undefined ? {} : { filled: readable(filled) }),
    from: elsewhere.length > MOST_INPUTS ? [] : elsewhere.map((each) => ({ figure: each, name: nameFrom(each, id) })),
    text: figureText(figure, language, { decimals: figure.given ? usualDecimals(figure) : decimals }),
    ...rangeOf(figure, brief),
    sources: own && formula === undefined ? sourceTexts(figure.sources, brief) : [],
    line: language.labels.line.replace("{line}", String(place.line)).replace(" ", "\u00A0"),
    place,
  };
}

/** The name of a figure as another one's formula sees it: without the dataset where both are of one. */
function nameFrom(id: FigureId, other: FigureId): string {
  const dataset = `${other.split(".")[0]}.`;
  return id.startsWith(dataset) ? id.slice(dataset.length) : id;
}

function rangeOf(figure: Figure, { language }: Derived): Pick<NumberLineage, "range"> {
  if (isPoint(figure.interval)) return {};
  const decimals = Math.max(supportedDecimals(figure.interval, usualDecimals(figure)) + 1, 0);
  const [lo, hi] = formatEnds(figure.interval, decimals, language);
  return { range: language.patterns.between.replace("{lo}", lo).replace("{hi}", hi) };
}

/** A formula with the signs of print; names have no hyphens, so that each one is a minus. */
const readable = (formula: string): string => formula.replaceAll("*", "×").replaceAll("-", "\u2212");

const sourceTexts = (ids: readonly SourceId[], { sources, language }: Derived): readonly string[] =>
  ids.flatMap((id) => {
    const source = sources.get(id);
    return source ? [plainText(sourceInlines(source, language, source.place))] : [];
  });
