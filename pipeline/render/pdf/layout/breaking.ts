/** What line breaking must know of a piece of text. Lengths in points. */
export interface Box {
  /** With the space at its end. */
  readonly width: number;
  readonly space: number;
  readonly after: "never" | "free" | "forced" | "hyphen";
}

/** The lines to fill. */
export interface Measure {
  readonly width: number;
  /** How wide a hyphen is. */
  readonly hyphen: number;
  /** Whether spaces are stretched so that all lines are of one length. */
  readonly justified: boolean;
}

// How far a space may be stretched before it is ugly, and how far it can be shrunk, as parts of itself.
const STRETCH = 0.6;
const SHRINK = 0.2;
// How much of a ragged line may stay empty before it is ugly.
const RAG = 0.11;
const HYPHEN = 95;
const SECOND_HYPHEN = 4000;
const STUMP = 3000;
const LAST_HYPHEN = 100_000;
const STUB = 500_000;
const OVERFULL = 1e18;
const WORST = 1e7;

interface Way {
  readonly cost: number;
  readonly from: number;
  readonly hyphen: boolean;
}

/**
 * Where the lines of a paragraph end, as counts of boxes: the choice that is best for the paragraph as a whole, as
 * Knuth and Plass have it (Breaking Paragraphs into Lines, 1981). A box that is wider than the measure gets a line of
 * its own. The last line is never stretched.
 */
export function lineEnds(boxes: readonly Box[], measure: Measure): number[] {
  const sums = prefixSums(boxes);
  const ways: (Way | undefined)[] = [{ cost: 0, from: -1, hyphen: false }];
  for (let end = 1; end <= boxes.length; end += 1) {
    if (end < boxes.length && boxes[end - 1]?.after === "never") continue;
    ways[end] = bestWay(end, boxes, sums, ways, measure);
  }
  const ends: number[] = [];
  for (let at = boxes.length; at > 0; at = ways[at]?.from ?? 0) ends.unshift(at);
  return ends;
}

interface Sums {
  readonly width: readonly number[];
  readonly space: readonly number[];
}

function prefixSums(boxes: readonly Box[]): Sums {
  const width = [0];
  const space = [0];
  boxes.forEach((box, i) => {
    width.push((width[i] ?? 0) + box.width);
    space.push((space[i] ?? 0) + box.space);
  });
  return { width, space };
}

function bestWay(
  end: number,
  boxes: readonly Box[],
  sums: Sums,
  ways: readonly (Way | undefined)[],
  measure: Measure,
): Way | undefined {
  let best: Way | undefined;
  for (let from = end - 1; from >= 0; from -= 1) {
    if (from < end - 1 && boxes[from]?.after === "forced") break;
    const fill = fillOf(from, end, boxes, sums, measure);
    // What begins earlier is wider still.
    if (fill.over && best !== undefined) break;
    const way = ways[from];
    if (way === undefined) continue;
    const cost = way.cost + lineCost(fill, way, measure);
    if (best === undefined || cost < best.cost) best = { cost, from, hyphen: fill.hyphen };
    if (fill.over) break;
  }
  return best;
}

interface Fill {
  /** What the line is short of the measure, or over it. */
  readonly slack: number;
  readonly space: number;
  /** Whether it is the last of its paragraph. */
  readonly ends: boolean;
  readonly hyphen: boolean;
  /** Whether it is too long however narrow its spaces. */
  readonly over: boolean;
}

function fillOf(from: number, end: number, boxes: readonly Box[], sums: Sums, measure: Measure): Fill {
  const last = boxes[end - 1];
  const hyphen = end < boxes.length && last?.after === "hyphen";
  const space = (sums.space[end - 1] ?? 0) - (sums.space[from] ?? 0);
  const boxed = (sums.width[end] ?? 0) - (sums.width[from] ?? 0) - (last?.space ?? 0);
  const width = boxed + (hyphen ? measure.hyphen : 0);
  const least = width - (measure.justified ? space * SHRINK : 0);
  return {
    slack: measure.width - width,
    space,
    ends: end === boxes.length || last?.after === "forced",
    hyphen,
    over: least > measure.width + 0.001,
  };
}

function lineCost({ slack, space, ends, hyphen, over }: Fill, before: Way, { width, justified }: Measure): number {
  if (over) return OVERFULL;
  const give = justified ? space * (slack < 0 ? SHRINK : STRETCH) : width * RAG;
  const ratio = Math.abs(slack) / Math.max(give, width * 0.02);
  const bad = ends && slack >= 0 ? 0 : Math.min(100 * ratio ** (justified ? 3 : 2), WORST);
  const stump = ends && before.from >= 0 && slack > width * 0.93 ? STUMP : 0;
  // What is left of a divided word begins a last line badly, and makes none: Bringhurst, 2.4.3.
  const torn = ends && before.hyphen ? (space > 0 ? LAST_HYPHEN : STUB) : 0;
  const twice = hyphen && before.hyphen ? SECOND_HYPHEN : 0;
  return (10 + bad + (hyphen ? HYPHEN : 0)) ** 2 + twice + stump + torn;
}
