import type { Row } from "../model/dataset.ts";
import type { Inline } from "../model/inline.ts";
import type { ChartReading, Measure } from "../model/drawing.ts";
import { formatNumber } from "../model/format.ts";
import type { FigureId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import { rational } from "../model/rational.ts";
import type { ChartDesign, TableDesign } from "../model/template.ts";
import { figureText } from "./figure-text.ts";
import { inlineTemplate } from "./inlines.ts";
import { headingOf as shownHeading } from "./tables.ts";
import { dateParts, dateText, listText } from "./note-style.ts";
import { figureInline } from "./number-helpers.ts";
import { figureOf, type Workshop } from "./workshop.ts";

/** What the words of a chart are made from. */
interface Telling {
  readonly design: ChartDesign;
  readonly table: TableDesign;
  readonly workshop: Workshop;
}

/** What a chart's figures say of themselves, for whoever cannot see it: kind, measures with their ends, what moves most. */
export function chartDescription(
  design: ChartDesign,
  table: TableDesign,
  reading: ChartReading,
  workshop: Workshop,
): readonly Inline[] {
  const telling = { design, table, workshop };
  const sentences = [
    whole(reading, telling),
    ...reading.measures.flatMap((measure) => [told(measure, telling), ...undecided(measure, telling)]),
    ...reading.measures.flatMap((measure) => gaps(measure, telling)),
    ...(reading.moved === undefined ? [] : [moved(reading.moved, telling)]),
  ];
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [words(" ", design.place), ...sentence]));
}

const words = (text: string, place: Place): Inline => ({ kind: "text", text, place });

function whole({ kind, panels, rows }: ChartReading, { design, workshop }: Telling): readonly Inline[] {
  const { language } = workshop.brief;
  const { kinds, row, rows: several, whole: plain, panelled } = language.charts;
  const counted = (count: number): string => formatNumber(rational(BigInt(count)), 0, language);
  const pattern = panels > 1 ? panelled : plain;
  return filled(pattern, design.place, {
    kind: [words(kinds[kind], design.place)],
    panels: [words(counted(panels), design.place)],
    rows: [words((rows === 1 ? row : several).replace("{number}", counted(rows)), design.place)],
  });
}

function told({ column, least, greatest, missing }: Measure, telling: Telling): readonly Inline[] {
  const { charts } = telling.workshop.brief.language;
  const { place } = telling.design;
  const measure = headingOf(column, telling);
  const [low, high] = [least[0], greatest[0]];
  if (low === undefined || high === undefined) return [];
  const number = numberOf(low, column, telling);
  if (low === high) {
    const several = missing.length === 0 ? charts.level : charts.levelWhereKnown;
    const pattern = least.length === 1 ? charts.single : several;
    return filled(pattern, place, { measure, number: [number] });
  }
  return filled(charts.measure, place, {
    measure,
    least: [number],
    leastRows: [words(rowNames(least, telling), place)],
    greatest: [numberOf(high, column, telling)],
    greatestRows: [words(rowNames(greatest, telling), place)],
  });
}

/** What rounding leaves open about the ends of a measure. */
function undecided({ open }: Measure, { design, workshop }: Telling): readonly (readonly Inline[])[] {
  const { openLeast, openGreatest } = workshop.brief.language.charts;
  return open.map((end) => [words(end === "least" ? openLeast : openGreatest, design.place)]);
}

/** The rows of a measure that have no number: by name where they are few. */
function gaps({ column, missing }: Measure, telling: Telling): readonly (readonly Inline[])[] {
  if (missing.length === 0) return [];
  const { brief } = telling.workshop;
  const { charts } = brief.language;
  const rows = brief.datasets.get(telling.design.rows)?.rows.filter(({ name }) => missing.includes(name)) ?? [];
  const counted = (missing.length === 1 ? charts.row : charts.rows).replace(
    "{number}",
    formatNumber(rational(BigInt(missing.length)), 0, brief.language),
  );
  const names = missing.length > MOST_NAMED ? counted : namesOf(rows, telling);
  const { place } = telling.design;
  return [filled(charts.missing, place, { measure: headingOf(column, telling), gapRows: [words(names, place)] })];
}

const MOST_NAMED = 6;

function moved({ from, to, along }: NonNullable<ChartReading["moved"]>, telling: Telling): readonly Inline[] {
  const { place } = telling.design;
  const { charts } = telling.workshop.brief.language;
  const [fromRow, toRow] = [rowOf(from, telling), rowOf(to, telling)];
  return filled(along === "columns" ? charts.moved : charts.movedInTime, place, {
    row: [words(seriesName(fromRow), place)],
    from: [numberOf(from, columnOf(from), telling)],
    fromPeriod: [words(periodText(fromRow, telling), place)],
    to: [numberOf(to, columnOf(to), telling)],
    toPeriod: [words(periodText(toRow, telling), place)],
  });
}

/** A pattern with its parts put in. */
function filled(pattern: string, place: Place, parts: Readonly<Record<string, readonly Inline[]>>): readonly Inline[] {
  return pattern
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .flatMap((piece) => parts[/^\{(\w+)\}$/.exec(piece)?.[1] ?? ""] ?? [words(piece, place)]);
}

/** A measure by the head of its column in the table of the rows; a group's head where the column is shown there in two ways. */
function headingOf(column: string, { table, design, workshop }: Telling): readonly Inline[] {
  const shown = table.columns.filter((each) => each.column === column);
  const [first] = shown;
  if (first === undefined) return [words(column.replaceAll("_", " "), design.place)];
  if (first.group === undefined) return shownHeading(first, workshop)();
  const group = inlineTemplate(first.group, workshop)();
  return shown.length > 1 ? group : [...group, words(", ", design.place), ...inlineTemplate(first.heading, workshop)()];
}

/** A number as the chart or its table prints it, with its unit; else with the digits that its interval supports. */
function numberOf(id: FigureId, column: string, { design, table, workshop }: Telling): Inline {
  const figure = figureOf(workshop, id);
  const { language } = workshop.brief;
  const printed = [...design.words.fields.values(), ...table.columns].find(
    (each) => each.column === column && each.format.range !== true,
  );
  const decimals = printed?.format.decimals;
  const text = figureText(figure, language, decimals === undefined ? {} : { decimals });
  return figureInline(workshop, figure, text, "number", design.place);
}

const columnOf = (id: FigureId): string => id.slice(id.lastIndexOf(".") + 1);

function rowOf(id: FigureId, { design, workshop }: Telling): Row | undefined {
  const name = id.slice(id.indexOf(".") + 1, id.lastIndexOf("."));
  return workshop.brief.datasets.get(design.rows)?.rows.find((row) => row.name === name);
}

const seriesName = (row: Row | undefined): string => [...(row?.cells.values() ?? [])][0]?.text ?? row?.key ?? "";

/** The rows of some figures, by their names. */
const rowNames = (figures: readonly FigureId[], telling: Telling): string =>
  namesOf(
    figures.flatMap((id) => rowOf(id, telling) ?? []),
    telling,
  );

const namesOf = (rows: readonly Row[], telling: Telling): string =>
  listText(
    rows.map((row) => rowName(row, telling)),
    telling.workshop.brief.language,
  );

/** A row by its first texts, as many as tell it from the others, and its period where it has one. */
function rowName(row: Row, telling: Telling): string {
  const all = telling.workshop.brief.datasets.get(telling.design.rows)?.rows ?? [];
  const textsOf = ({ cells }: Row): readonly string[] => [...cells.values()].map(({ text }) => text);
  const texts = textsOf(row);
  const count = texts.findIndex((_, last) => {
    const alike = all.filter((other) => {
      return (
        other.period === row.period &&
        textsOf(other)
          .slice(0, last + 1)
          .join() === texts.slice(0, last + 1).join()
      );
    });
    return alike.length === 1;
  });
  const name = count < 1 ? seriesName(row) : texts.slice(0, count + 1).join(", ");
  return row.period === undefined ? name : `${name} ${periodText(row, telling)}`;
}

/** A row's period as the language writes dates: March 2021; others as they stand. */
function periodText(row: Row | undefined, { workshop }: Telling): string {
  const period = row?.period ?? "";
  return /^\d{4}(?:-\d\d){0,2}$/.test(period) ? dateText(dateParts(period), workshop.brief.language) : period;
}
