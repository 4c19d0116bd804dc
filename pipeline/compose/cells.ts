import type { Dataset, Row } from "../model/dataset.ts";
import type { TableCell, TableRow } from "../model/doc.ts";
import type { Inline } from "../model/inline.ts";
import type { Figure, Gap } from "../model/figure.ts";
import { formatEnds, formatNumber } from "../model/format.ts";
import type { FigureId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import { error, nearest } from "../model/problem.ts";
import type { NumberFormat, ShownColumn, TableDesign } from "../model/template.ts";
import { spokenText, usualDecimals } from "./figure-text.ts";
import { flagInlines, gapInline } from "./marks.ts";
import { figureInline } from "./number-helpers.ts";
import { mostDecimals } from "./precision.ts";
import type { Workshop } from "./workshop.ts";

/** What a cell shows: a figure, or a gap. */
export type Shown = { readonly figure: Figure } | { readonly gap: Gap };

/** The figure or gap of an id, if there is one. */
function shownBy(id: FigureId, { brief }: Workshop): Shown | undefined {
  const figure = brief.figures.get(id);
  if (figure) return { figure };
  const gap = brief.gaps.get(id);
  return gap && { gap };
}

const cellId = (dataset: Dataset, row: Row, column: string): FigureId =>
  `${dataset.id}.${row.name}.${column}` as FigureId;

/** What the cells of a table show, its total included. */
export const shownIn = (design: TableDesign, dataset: Dataset, workshop: Workshop): readonly Shown[] => [
  ...design.columns.flatMap((column) => shownUnder(column, dataset, workshop)),
  ...design.columns.flatMap((column) => {
    const written = design.total?.figures.get(column.column);
    return (written && totalOf(written.text, dataset, workshop)) ?? [];
  }),
];

/** What the cells of one column show. */
export const shownUnder = ({ column }: ShownColumn, dataset: Dataset, workshop: Workshop): readonly Shown[] =>
  dataset.rows.flatMap((row) => shownBy(cellId(dataset, row, column), workshop) ?? []);

/** A cell of a row: a number, the symbol of a gap, or a text. */
export function bodyCell(shown: ShownColumn, row: Row, dataset: Dataset, workshop: Workshop): TableCell {
  const { column, head, format } = shown;
  const found = shownBy(cellId(dataset, row, column), workshop);
  if (found) {
    const { place } = "figure" in found ? found.figure : found.gap;
    return { inlines: shownInlines(found, format, workshop, place), head, align: "end" };
  }
  const written = row.cells.get(column) ?? nameCell(shown, row, dataset);
  return { inlines: written ? [{ kind: "text", ...written }] : [], head, align: "start" };
}

/** The cell of an id or period column, which the row's name is made of. */
function nameCell({ column }: ShownColumn, row: Row, dataset: Dataset): { text: string; place: Place } | undefined {
  const kind = dataset.columns.find((each) => each.name === column)?.kind;
  const text = kind === "id" ? row.key : kind === "period" ? row.period : undefined;
  return text === undefined ? undefined : { text, place: row.place };
}

function shownInlines(shown: Shown, format: NumberFormat, workshop: Workshop, place: Place): readonly Inline[] {
  if ("gap" in shown) return [gapInline(shown.gap, workshop, place)];
  const { figure } = shown;
  return [cellNumber(figure, format, workshop, place), ...flagInlines(figure, workshop, place)];
}

function cellNumber(figure: Figure, format: NumberFormat, workshop: Workshop, place: Place): Inline {
  const { language } = workshop.brief;
  const decimals = format.decimals ?? usualDecimals(figure);
  const options = format.sign === true ? { sign: true } : {};
  if (format.range !== true)
    return figureInline(workshop, figure, formatNumber(figure.value, decimals, language, options), "number", place);
  const [lo, hi] = formatEnds(figure.interval, decimals, language, options);
  const printed = figureInline(workshop, figure, `${lo} ${language.labels.to} ${hi}`, "range", place);
  const said = language.patterns.between.replace("{lo}", lo).replace("{hi}", hi);
  return { ...printed, spoken: spokenText(said, language) ?? said };
}

/** The total under a table: its label, and the figures of the data that stand under some columns. */
export function totalRow(
  design: TableDesign,
  label: readonly Inline[],
  dataset: Dataset,
  workshop: Workshop,
): TableRow {
  const heads = design.columns.findIndex((column) => column.head);
  const cells = design.columns.map((column, index): TableCell => {
    if (index === Math.max(heads, 0)) return { inlines: label, head: true, align: "start" };
    const written = design.total?.figures.get(column.column);
    const shown = written && totalOf(written.text, dataset, workshop);
    if (written && !shown) reportTotal(written.text, written.place, dataset, workshop);
    const inlines = shown
      ? shownInlines(shown, totalFormat(shown, column.format), workshop, written?.place ?? design.place)
      : [];
    return { inlines, head: false, align: "end" };
  });
  return { kind: "total", cells };
}

/** A published total is printed with the decimals that it was given with, though its column may have more. */
function totalFormat(shown: Shown, format: NumberFormat): NumberFormat {
  const most = "figure" in shown && shown.figure.given ? mostDecimals(shown.figure) : undefined;
  if (most === undefined || format.decimals === undefined || format.range === true) return format;
  return { ...format, decimals: Math.min(format.decimals, most) };
}

/** The figure or gap of the data that a total names: of its own dataset, or of another. */
export const totalOf = (name: string, dataset: Dataset, workshop: Workshop): Shown | undefined =>
  shownBy(`${dataset.id}.${name}` as FigureId, workshop) ?? shownBy(name as FigureId, workshop);

function reportTotal(name: string, place: Place, dataset: Dataset, workshop: Workshop): void {
  const known = [...workshop.brief.figures.keys()]
    .filter((id) => id.startsWith(`${dataset.id}.`) && id.split(".").length === 2)
    .map((id) => id.slice(dataset.id.length + 1));
  const near = nearest(name, known);
  workshop.problems.push(
    error("name/unknown", place, `The dataset ${dataset.id} has no single figure ${name}`, {
      hint: near ? `did you mean ${near}?` : `known: ${known.join(", ")}`,
    }),
  );
}
