import { parse } from "yaml";
import type { Files } from "./mistake.ts";

// Whether the numbers of a dataset can be true under the checks that it declares, worked out apart from the pipeline:
// its own reading of YAML, its own intervals, in floating point with a margin for its own rounding.

type Cell = string | number | null;
interface Described {
  readonly rounding?: string;
  readonly decimals?: string;
  readonly value?: Cell;
}
interface DatasetFile {
  readonly rounding?: string;
  readonly figures?: Readonly<Record<string, Described>>;
  readonly columns?: Readonly<Record<string, Described & { readonly type?: string }>>;
  readonly rows?: readonly Readonly<Record<string, Cell>>[];
  readonly checks?: readonly Readonly<Record<string, unknown>>[];
}

interface Span {
  readonly lo: number;
  readonly hi: number;
  readonly value: number;
}

const MARGIN = 1e-9;

/** The kinds of check that a brief's data break beyond what rounding explains. */
export function brokenChecks(files: Files, brief: string): ReadonlySet<string> {
  const broken = new Set<string>();
  for (const [path, text] of Object.entries(files)) {
    const name = new RegExp(`^data/${brief}/([a-z_]+)\\.yaml$`).exec(path)?.[1];
    if (name === undefined || ["brief", "sources", "discrepancies"].includes(name)) continue;
    // Numbers stay text, so that 23.0 keeps its decimal.
    const dataset = parse(text, { schema: "failsafe" }) as DatasetFile;
    for (const check of dataset.checks ?? []) if (!holds(check, dataset)) broken.add(Object.keys(check)[0] ?? "");
  }
  return broken;
}

function spanOf(cell: Cell | undefined, { rounding, decimals }: Described, dataset: DatasetFile): Span | undefined {
  const text = String(cell ?? "").trim();
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  const places = decimals === undefined ? (text.split(".")[1]?.length ?? 0) : Number(decimals);
  const unit = 10 ** -places;
  switch (rounding ?? dataset.rounding ?? "unknown") {
    case "exact":
      return { value, lo: value, hi: value };
    case "truncate":
      return { value, lo: value < 0 ? value - unit : value, hi: value < 0 ? value : value + unit };
    default:
      return { value, lo: value - unit / 2, hi: value + unit / 2 };
  }
}

const rowsOf = ({ rows }: DatasetFile): readonly Readonly<Record<string, Cell>>[] => rows ?? [];

/** The numbers that a name stands for: one figure, or the cells of a column by row. */
function numbers(name: string, dataset: DatasetFile): readonly { readonly row: number; readonly span: Span }[] {
  const single = dataset.figures?.[name];
  if (single !== undefined) {
    const span = spanOf(single.value, single, dataset);
    return span ? [{ row: -1, span }] : [];
  }
  const column = dataset.columns?.[name] ?? {};
  return rowsOf(dataset).flatMap((cells, row) => {
    const span = spanOf(cells[name], column, dataset);
    return span ? [{ row, span }] : [];
  });
}

const sum = (spans: readonly Span[]): Span =>
  spans.reduce((a, b) => ({ lo: a.lo + b.lo, hi: a.hi + b.hi, value: a.value + b.value }), { lo: 0, hi: 0, value: 0 });
const negated = ({ lo, hi, value }: Span): Span => ({ lo: -hi, hi: -lo, value: -value });
const meets = (a: Span, b: Span): boolean => a.lo <= b.hi + MARGIN && b.lo <= a.hi + MARGIN;

function pairs(a: string, b: string, dataset: DatasetFile): readonly (readonly [Span, Span])[] {
  const [left, right] = [numbers(a, dataset), numbers(b, dataset)];
  return left.flatMap((one) =>
    right
      .filter((other) => one.row < 0 || other.row < 0 || one.row === other.row)
      .map((other) => [one.span, other.span] as const),
  );
}

function holds(check: Readonly<Record<string, unknown>>, dataset: DatasetFile): boolean {
  const text = (key: string): string => String(check[key]);
  const values = (key: string): readonly Span[] => numbers(text(key), dataset).map(({ span }) => span);
  if ("sum" in check) return sumHolds(check["sum"], text("to"), dataset);
  if ("part" in check)
    return pairs(text("part"), text("of"), dataset).every(([part, whole]) => part.lo <= whole.hi + MARGIN);
  if ("rank" in check) return ranksHold(pairs(text("rank"), text("by"), dataset), check["order"] === "ascending");
  if ("order" in check) {
    const turn = check["direction"] === "ascending" ? 1 : -1;
    return values("order").every((span, i, all) => {
      const before = all[i - 1];
      return before === undefined || (turn > 0 ? span.hi >= before.lo - MARGIN : span.lo <= before.hi + MARGIN);
    });
  }
  if ("unique" in check) return new Set(values("unique").map(({ value }) => value)).size === values("unique").length;
  if ("range" in check) {
    const [from, to] = [Number(check["from"] ?? -Infinity), Number(check["to"] ?? Infinity)];
    return values("range").every(({ lo, hi }) => hi >= from - MARGIN && lo <= to + MARGIN);
  }
  if ("same" in check) {
    const [first = "", ...others] = (check["same"] as readonly string[]).filter((name) => !name.includes("."));
    return others.every((other) => pairs(first, other, dataset).every(([a, b]) => meets(a, b)));
  }
  if ("granular" in check)
    return pairs(text("granular"), text("of"), dataset).every(
      ([share, whole]) =>
        Math.floor((share.hi * whole.hi) / 100 + MARGIN) >= Math.ceil((share.lo * whole.lo) / 100 - MARGIN),
    );
  return true;
}

function sumHolds(terms: unknown, to: string, dataset: DatasetFile): boolean {
  const total = /^-?[\d.]+$/.test(to)
    ? [{ row: -1, span: { lo: Number(to), hi: Number(to), value: Number(to) } }]
    : numbers(to, dataset);
  if (!Array.isArray(terms)) {
    const cells = sum(numbers(String(terms), dataset).map(({ span }) => span));
    return total.every(({ span }) => meets(cells, span));
  }
  return total.every(({ row, span }) => {
    const spans = (terms as readonly string[]).flatMap((term) => {
      const name = term.replace(/^-/, "");
      const own = numbers(name, dataset).filter((each) => each.row === row || each.row < 0);
      return own.map((each) => (term.startsWith("-") ? negated(each.span) : each.span));
    });
    return meets(sum(spans), span);
  });
}

function ranksHold(ranked: readonly (readonly [Span, Span])[], ascending: boolean): boolean {
  if (ranked.some(([rank]) => !Number.isInteger(rank.value) || rank.value < 1)) return false;
  return ranked.every(([rank, value]) =>
    ranked.every(([other, its]) => {
      const [a, b] = ascending ? [negated(value), negated(its)] : [value, its];
      if (rank.value < other.value) return a.hi >= b.lo - MARGIN;
      return rank.value !== other.value || (a.hi >= b.lo - MARGIN && b.hi >= a.lo - MARGIN);
    }),
  );
}
