import type { Composed } from "../model/brief.ts";
import type { Absence, Figure, Flag, Gap, Shown } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { closedText } from "../model/interval.ts";
import { placeText, type Place } from "../model/place.ts";
import { machineDecimal, rationalText } from "../model/rational.ts";
import type { Source } from "../model/source.ts";
import { unitText } from "../model/unit.ts";
import { range } from "./digits.ts";
import { spotsOf } from "./spots.ts";

/** A source in a line: `rail-2025`, and "Railway accounts 2025, Ministry of Transport, 2025-11-14". */
export interface Reference {
  readonly id: string;
  readonly text: string;
}

/** A block where a figure is shown, with all that it prints of it, in the order of reading. */
export interface ShownIn {
  readonly block: string;
  /** What the block is: paragraph, table, chart, note. */
  readonly kind: string;
  readonly place: string;
  readonly texts: readonly Pick<Shown, "kind" | "text">[];
}

/** Where a number comes from: what it is, what it was worked out from, and where it is shown. */
export interface FigureTrace {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly exact: string;
  /** The ends as the ledger has them. */
  readonly interval: readonly [string, string];
  readonly closed: string;
  /** The interval in plain digits, rounded outward. */
  readonly range: string;
  readonly bound: Figure["bound"];
  readonly class: Figure["class"];
  readonly flags: readonly Flag[];
  readonly qualifier?: string;
  readonly basis?: string;
  readonly period?: string;
  /** The number as typed, of a given figure. */
  readonly typed?: string;
  readonly formula?: string;
  /** The formula with the numbers in place of the names. */
  readonly filled?: string;
  readonly place: string;
  readonly sources: readonly Reference[];
  readonly shown: readonly ShownIn[];
  readonly from: readonly Trace[];
}

/** A cell that holds no number, or a formula that rests on one, and why. */
export interface GapTrace {
  readonly id: string;
  readonly absence: Absence;
  readonly typed?: string;
  readonly formula?: string;
  readonly place: string;
  readonly from: readonly Trace[];
}

/** A figure that stands further up in the tree already. */
interface Above {
  readonly id: string;
  readonly above: true;
}

export type Trace = FigureTrace | GapTrace | Above;

/**
 * Follows a figure, or a gap, to the cells that it came from; undefined where the brief has none of that id. `pathOf`
 * turns a logical path into the one to print.
 */
export function traceOf(id: string, brief: Composed, pathOf: (file: string) => string): Trace | undefined {
  const seen = new Set<string>();
  const spots = spotsOf(brief);
  const place = (at: Place): string => placeText({ ...at, file: pathOf(at.file) });
  const inputs = (from: readonly FigureId[]): readonly Trace[] => from.flatMap((each) => node(each) ?? []);

  function node(each: string): Trace | undefined {
    if (seen.has(each)) return { id: each, above: true };
    seen.add(each);
    // Ids are made in load alone; this one is looked up, whatever it is.
    const figure = brief.figures.get(each as FigureId);
    if (figure) return figureNode(figure);
    const gap = brief.gaps.get(each as FigureId);
    return gap && gapNode(gap);
  }

  const figureNode = (figure: Figure): FigureTrace => ({
    ...numberOf(figure),
    place: place(figure.place),
    sources: figure.sources.flatMap((source) => referenceTo(brief.sources.get(source)) ?? []),
    shown: shownIn(brief.ledger.figures[figure.id]?.shown ?? [], (block) => {
      const spot = spots.get(block);
      return { kind: spot?.kind ?? "block", place: spot ? place(spot.place) : "" };
    }),
    from: inputs(figure.from),
  });

  const gapNode = ({ id: gap, absence, symbol, formula, place: at, from }: Gap): GapTrace => ({
    id: gap,
    absence,
    ...(formula === undefined ? { typed: symbol } : { formula }),
    place: place(at),
    from: inputs(from),
  });

  return node(id);
}

function numberOf(figure: Figure): Omit<FigureTrace, "place" | "sources" | "shown" | "from"> {
  const { id, value, bound, qualifier, basis, period, given, formula, filled } = figure;
  const ends = [rationalText(figure.interval.lo), rationalText(figure.interval.hi)] as const;
  return {
    id,
    value: machineDecimal(value),
    unit: unitText(figure.unit),
    exact: rationalText(value),
    interval: ends,
    closed: closedText(figure.interval),
    range: range(ends),
    bound,
    class: figure.class,
    flags: figure.flags ?? [],
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(basis === undefined ? {} : { basis }),
    ...(period === undefined ? {} : { period }),
    ...(given === undefined ? {} : { typed: given.text }),
    ...(formula === undefined ? {} : { formula }),
    ...(filled === undefined ? {} : { filled }),
  };
}

function referenceTo(source: Source | undefined): Reference | undefined {
  if (!source) return undefined;
  const issued = source.issued?.map((part) => String(part).padStart(2, "0")).join("-");
  const parts = [source.title, source["container-title"], source.publisher, issued];
  return { id: source.id, text: parts.filter((part) => part !== undefined && part !== "").join(", ") };
}

/** What is shown, gathered by block, in the order of reading. */
function shownIn(
  shown: readonly Shown[],
  spot: (block: string) => Pick<ShownIn, "kind" | "place">,
): readonly ShownIn[] {
  const blocks = new Map<string, Pick<Shown, "kind" | "text">[]>();
  for (const { where, kind, text } of shown) {
    const texts = blocks.get(where) ?? [];
    // A chart prints a number on the drawing and in the rows behind it: once is enough here.
    if (!texts.some((each) => each.kind === kind && each.text === text)) texts.push({ kind, text });
    blocks.set(where, texts);
  }
  return [...blocks].map(([block, texts]) => ({ block, ...spot(block), texts }));
}
