import type { Charted } from "../model/brief.ts";
import { negated, parseCondition, type Condition } from "../model/conditions.ts";
import type { Figure } from "../model/figure.ts";
import type { Size } from "../model/language.ts";
import { machineDecimal, multiply, parseDecimal, rational, type Rational } from "../model/rational.ts";
import { columnPlaces } from "./column-place.ts";
import { directionsIn } from "./directions.ts";
import { moves } from "./levels.ts";
import type { Need } from "./needs.ts";
import { sizesIn, type SizeHit } from "./sizes.ts";

/** The figure that words of size are said of, and the condition that the author gives. */
interface Asked {
  readonly text: string;
  readonly of: Figure;
  readonly given: Condition | undefined;
  readonly brief: Charted;
}

/** What the words of size in a text need of a figure, by the language's list. */
export const sizeNeeds = (asked: Asked): readonly Need[] =>
  sizesIn(asked.text, asked.brief.language).flatMap((hit) => {
    const need = needOf(hit, asked);
    return need ? [need] : [];
  });

function needOf(hit: SizeHit, asked: Asked): Need | undefined {
  const { size, words, not } = hit;
  const bounds = boundsOf(hit, asked);
  if (bounds === "unfit") return { words, text: "", condition: undefined, wants: wantsOf(size) };
  const condition = bounds && parseCondition(bounds.all);
  if (!bounds || !condition) return undefined;
  if (not) return { words: `not ${words}`, text: `not ${bounds.all}`, condition: negated(condition) };
  return { words, text: bounds.all, condition, least: parseCondition(bounds.least) };
}

/** What the figure must be, as a condition, and what the author's condition must ask for at least. */
interface Bounds {
  readonly all: string;
  readonly least: string;
}

const same = (all: string): Bounds => ({ all, least: all });

function boundsOf(hit: SizeHit, asked: Asked): Bounds | "unfit" | undefined {
  const { size } = hit;
  const { given } = asked;
  const amount = given?.kind === "rank" && size.rank !== undefined ? undefined : amountOf(size, asked);
  if (amount !== undefined) {
    const number = parseDecimal(amount.text)?.value;
    if (number) return numberBounds(hit, number, amount.falls);
    return hit.qualifier === undefined ? same(amount.text) : undefined;
  }
  if (size.rank !== undefined) return rankBounds(hit, size.rank, asked);
  const needsSomething = size.ratio ?? size.share ?? size.change;
  return needsSomething !== undefined && given !== undefined ? "unfit" : undefined;
}

/** The entry of a list for a figure of this kind; "fell by half" is a change of that share. */
function amountOf(
  size: Size,
  { of: { unit }, text, brief }: Asked,
): { readonly text: string; readonly falls: boolean } | undefined {
  const falls = size.falls === true;
  if (unit.kind !== "ratio" && unit.kind !== "share" && unit.kind !== "change") return undefined;
  const own = size[unit.kind];
  if (own !== undefined) return { text: own, falls };
  const [said, ...more] = directionsIn(text, brief.language);
  if (unit.kind !== "change" || size.share === undefined || said === undefined || more.length > 0) return undefined;
  return said === "down" ? { text: `-${size.share}`, falls: true } : { text: size.share, falls };
}

/** What is said without more lies within a twentieth of its number, "about" so much within a tenth. */
function numberBounds({ qualifier }: SizeHit, number: Rational, falls: boolean): Bounds | undefined {
  const [more, less] = falls ? ["<", ">"] : [">", "<"];
  const times = (hundredths: bigint): string => machineDecimal(multiply(number, rational(hundredths, 100n)));
  const whole = times(100n);
  // Of a fall in per cent, which is below zero, what is nearer to zero is less of it.
  const between = (from: bigint, to: bigint): Bounds => {
    const ends = [times(from), times(to)];
    const [lo, hi] = Number(ends[0]) <= Number(ends[1]) ? ends : ends.toReversed();
    const least = falls && number.n > 0n ? times(to) : times(from);
    return { all: `${lo ?? ""}..${hi ?? ""}`, least: `${more}=${least}` };
  };
  switch (qualifier) {
    case "above":
      return same(`${more}${whole}`);
    case "atLeast":
      return same(`${more}=${whole}`);
    case "below":
      return same(`${less}${whole}`);
    case "atMost":
      return same(`${less}=${whole}`);
    case "about":
      return between(90n, 110n);
    // "Nearly the half": of what is no place, it is as near as that.
    case "among":
    case "nearly":
      return falls && number.n > 0n ? between(100n, 110n) : between(90n, 100n);
    case undefined:
      return between(95n, 105n);
  }
}

/** A place among the cells of a column: "the most" of a figure that compares two is the author's to bind. */
function rankBounds(
  { place = 1, qualifier }: SizeHit,
  rank: number,
  { text, of, given, brief }: Asked,
): Bounds | "unfit" | undefined {
  if (qualifier !== undefined) return undefined;
  // The largest fall is the lowest number.
  const isFall = of.change === true && directionsIn(text, brief.language).has("down");
  if (isFall && rank < 0) return undefined;
  const asked = (isFall ? -rank : rank) * place;
  if (of.unit.kind === "rank") return asked > 0 ? same(`=${asked}`) : undefined;
  if (columnPlaces(of, brief)) return same(`rank ${asked}`);
  return given?.kind === "value" && !moves(of) ? "unfit" : undefined;
}

const NAMES = { share: "a share", ratio: "a ratio", change: "a change in per cent" } as const;

/** What kind of figure words of size are said of. */
const wantsOf = (size: Size): string =>
  size.rank === undefined
    ? (["share", "ratio", "change"] as const)
        .filter((kind) => size[kind] !== undefined)
        .map((kind) => NAMES[kind])
        .join(" or ")
    : "a place in a column";
