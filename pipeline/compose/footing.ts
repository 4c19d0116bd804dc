import type { Dataset, SumCheck, Written } from "../model/dataset.ts";
import { allBlocks } from "../model/doc-walk.ts";
import type { Doc, Table } from "../model/doc.ts";
import type { Figure } from "../model/figure.ts";
import { plainText } from "../model/inline.ts";
import { addIntervals, isPoint, meet, negateInterval, point, type Interval } from "../model/interval.ts";
import { commonPeriod, mayMeet } from "../model/period.ts";
import { error, warning, type Problem } from "../model/problem.ts";
import { add, compare, exactDecimal, negate, sign, toFixed, ZERO, type Rational } from "../model/rational.ts";
import type { TableDesign } from "../model/template.ts";
import { sameUnit, unitText, type Unit } from "../model/unit.ts";
import { shownUnder, totalOf } from "./cells.ts";
import { anyPhrase } from "./phrases.ts";
import type { Workshop } from "./workshop.ts";

/** Foots the tables of a brief: holds each total against the rows that stand above it. */
export function checkTotals(doc: Doc, workshop: Workshop): readonly Problem[] {
  return allBlocks(doc).flatMap((block) => {
    const design = block.kind === "table" ? workshop.brief.template.tables.get(block.table) : undefined;
    return design && block.kind === "table" ? footed(design, block, workshop) : [];
  });
}

function footed(design: TableDesign, table: Table, workshop: Workshop): readonly Problem[] {
  const dataset = workshop.brief.datasets.get(design.rows);
  if (!dataset || showsSome(dataset, workshop)) return [];
  const columns = design.columns.flatMap(({ column }) => footedColumn(column, design, dataset, workshop) ?? []);
  const label = table.rows.flatMap(({ kind, cells }) => (kind === "total" ? cells.filter(({ head }) => head) : []));
  const says = anyPhrase(workshop.brief.language.totals ?? [])(plainText(label.flatMap(({ inlines }) => inlines)));
  const others = columns.filter(agrees);
  return unique(columns.filter((each) => !agrees(each))).flatMap((column) => {
    const meant = columnOf(column, dataset, workshop);
    // That it is what another column comes to may be chance, where no label says that it is a total.
    if (meant !== undefined) return [report(column, meant, says)];
    if (!says && (isAverage(column) || others.length === 0)) return [];
    return [report(column, undefined, checksOf(dataset).length > 0)];
  });
}

/** A member of a family shows its own rows alone. */
const showsSome = ({ id, rows }: Dataset, { brief }: Workshop): boolean =>
  brief.member !== undefined && brief.member.whole.datasets.get(id)?.rows.length !== rows.length;

/** A column of numbers that can be added up, and the total that stands under it. */
interface Footed {
  readonly column: string;
  readonly terms: readonly Term[];
  readonly sum: Sum;
  readonly total: Figure;
  readonly written: Written;
}

interface Term {
  readonly figure: Figure;
  /** Whether the dataset says that its row is taken away rather than added. */
  readonly less: boolean;
}

interface Sum {
  readonly value: Rational;
  readonly interval: Interval;
}

const agrees = ({ sum, total }: Footed): boolean => meet(sum.interval, total.interval);

/** One of each column: a table may show a column twice, as a number and as a range. */
const unique = (columns: readonly Footed[]): readonly Footed[] =>
  columns.filter(({ column }, index) => columns.findIndex((each) => each.column === column) === index);

function footedColumn(column: string, design: TableDesign, dataset: Dataset, workshop: Workshop): Footed | undefined {
  const written = design.total?.figures.get(column);
  const shown = written && totalOf(written.text, dataset, workshop);
  const terms = termsOf(column, dataset, workshop);
  if (!written || !shown || !("figure" in shown) || terms === undefined) return undefined;
  const total = shown.figure;
  const [{ figure: first }] = terms;
  const period = commonPeriod(terms.map(({ figure }) => figure));
  // Rows of several years, or of another, are no parts of the total of one; that is told for itself.
  const isOther = total.period !== undefined && first.period !== undefined && !mayMeet(total.period, period ?? "");
  // Validate holds what a dataset declares.
  const isHeld = checksOf(dataset).some(
    ({ terms: [term], to }) => term?.name === column && `${dataset.id}.${to.text}` === total.id,
  );
  if (isOther || isHeld || total.qualifier !== undefined || !alike(first.unit, total.unit)) return undefined;
  return { column, terms, sum: sumOf(terms), total, written };
}

/** The cells of a column, where they can be added up: all there, of one unit, and parts of one thing. */
function termsOf(
  column: string,
  dataset: Dataset,
  workshop: Workshop,
): readonly [Term, Term, ...(readonly Term[])] | undefined {
  const place = { column, head: false, heading: { text: "", place: dataset.place }, format: {}, place: dataset.place };
  const cells = shownUnder(place, dataset, workshop);
  const figures = cells.flatMap((each) => ("figure" in each ? [each.figure] : []));
  const less = new Set(checksOf(dataset).flatMap((check) => check.less));
  const [first, second, ...rest] = figures.map((figure): Term => ({
    figure,
    less: less.has(figure.id.split(".")[1] ?? ""),
  }));
  const whole = figures.length === dataset.rows.length && figures.every(({ qualifier }) => qualifier === undefined);
  if (!first || !second || !whole || !addsUp(first.figure.unit)) return undefined;
  // Where the rows make groups that have a total each, they hold the same things several times.
  const grouped = dataset.checks.some((check) => check.kind === "sum" && check.by !== undefined);
  if (grouped || figures.some(({ unit }) => !alike(unit, first.figure.unit))) return undefined;
  return [first, second, ...rest];
}

/** Whether numbers of a unit are parts: money, counts, and shares of one whole. */
const addsUp = (unit: Unit): boolean =>
  unit.kind === "amount" || unit.kind === "count" || (unit.kind === "share" && "figure" in unit.of);

const alike = (a: Unit, b: Unit): boolean => sameUnit(a, b) || (a.kind === "count" && b.kind === "count");

/** The checks by which a dataset says that its rows add up to something. */
const checksOf = ({ checks }: Dataset): readonly SumCheck[] =>
  checks.filter((check) => check.kind === "sum").filter(({ across, by }) => across === "rows" && by === undefined);

const sumOf = (terms: readonly Term[]): Sum => ({
  value: terms.map(({ figure, less }) => (less ? negate(figure.value) : figure.value)).reduce(add, ZERO),
  interval: terms
    .map(({ figure, less }) => (less ? negateInterval(figure.interval) : figure.interval))
    .reduce(addIntervals, point(ZERO)),
});

/** Another column, whose total this is. */
function columnOf({ column, total }: Footed, dataset: Dataset, workshop: Workshop): string | undefined {
  const given = dataset.columns.filter(({ kind }) => kind === "number").map(({ name }) => name);
  const derived = dataset.definitions.filter(({ each }) => each).map(({ name }) => name);
  return [...given, ...derived]
    .filter((name) => name !== column)
    .find((name) => {
      const terms = termsOf(name, dataset, workshop);
      return terms && alike(terms[0].figure.unit, total.unit) && meet(sumOf(terms).interval, total.interval);
    });
}

/** Whether a total lies between its rows, as an average does and no sum of numbers above zero. */
function isAverage({ terms, total }: Footed): boolean {
  const values = terms.map(({ figure }) => figure.value);
  const isOneSided = new Set(values.map(sign).filter((each) => each !== 0)).size === 1;
  const isAbove = values.every((value) => compare(total.value, value) > 0);
  const isBelow = values.every((value) => compare(total.value, value) < 0);
  return isOneSided && !isAbove && !isBelow;
}

function report({ column, terms, sum, total, written }: Footed, meant: string | undefined, sure: boolean): Problem {
  const message =
    meant === undefined
      ? `The rows of "${column}" come to ${plain(sum.value)}, and the total under them, ${total.id}, is ${typed(total)}`
      : `${total.id} stands as the total under "${column}", and is what "${meant}" comes to`;
  const unit = terms[0]?.figure.unit;
  return (sure ? error : warning)("table/total", written.place, message, {
    arithmetic: `${arithmetic(terms, sum)}; ${standsFor(typed(total), total.interval)}${unit ? `, in ${unitText(unit)}` : ""}`,
    hint: meant === undefined ? hintOf(sure) : `name the total of "${column}" under it, or leave the cell empty`,
    about: [total.id, `${total.id.split(".")[0]}.${column}`],
  });
}

const hintOf = (sure: boolean): string =>
  sure
    ? "compare the rows and the total with the source; where it is the source that does not add up, declare the sum under checks, and record it in discrepancies.yaml"
    : "compare the rows and the total with the source; if rows are left out or lie within others, say in the label what the total is of, as All countries, or accept this warning in brief.yaml with a reason";

/** More terms than these are not printed one by one. */
const TERMS = 12;

/** `250 + 140 + 20 = 410, which stands for 408.5 to 411.5`. */
function arithmetic(terms: readonly Term[], { value, interval }: Sum): string {
  const all = terms.map(({ figure, less }, index) => {
    const text = typed(figure).replace(/^-.*$/, (negative) => (index === 0 && !less ? negative : `(${negative})`));
    return index === 0 ? `${less ? "-" : ""}${text}` : ` ${less ? "-" : "+"} ${text}`;
  });
  const shown = all.length > TERMS ? [...all.slice(0, TERMS - 1), " + …", ...all.slice(-1)] : all;
  return `${shown.join("")} = ${standsFor(plain(value), interval)}`;
}

const standsFor = (text: string, interval: Interval): string =>
  isPoint(interval) ? text : `${text}, which stands for ${plain(interval.lo)} to ${plain(interval.hi)}`;

const typed = (figure: Figure): string => figure.given?.text ?? plain(figure.value);
const plain = (value: Rational): string => exactDecimal(value) ?? toFixed(value, 4);
