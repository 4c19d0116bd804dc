import { isPoint, type Interval } from "../model/interval.ts";
import { equal, subtract, type Rational } from "../model/rational.ts";
import { inWords, plain, typed } from "./cells.ts";
import type { Term, Total } from "./sum.ts";

/** More terms than these are not printed one by one. */
const TERMS = 20;

/** A sum written out: "6 + 9 + 32 = 47; three whole per cents can be off by 1.5 in all: 45.5 to 48.5". */
export function arithmetic(
  terms: readonly Term[],
  sum: Rational,
  interval: Interval,
  total: Total,
  gaps: number,
): string {
  const all = terms.map((term, i) => signed(term, i === 0));
  const shown = all.length > TERMS ? [...all.slice(0, TERMS - 1), " + …", ...all.slice(-1)] : all;
  const given = `${shown.join("")} = ${plain(sum)}; ${reach(terms, sum, interval)}`;
  const known = gaps === 0 ? given : `${given}; those that are not known are at least 0`;
  if (isPoint(total.interval)) return known;
  return `${known}; the total ${total.text} stands for ${plain(total.interval.lo)} to ${plain(total.interval.hi)}`;
}

function signed({ figure, weight }: Term, first: boolean): string {
  const text = typed(figure);
  const number = text.startsWith("-") && !(first && weight > 0) ? `(${text})` : text;
  return first ? `${weight < 0 ? "-" : ""}${number}` : ` ${weight < 0 ? "-" : "+"} ${number}`;
}

/** How far rounding can move the sum: "six whole per cents can be off by 3 in all: 106 to 112". */
function reach(terms: readonly Term[], sum: Rational, interval: Interval): string {
  if (isPoint(interval)) return "the numbers are exact";
  const ends = `${plain(interval.lo)} to ${plain(interval.hi)}`;
  const what = `${inWords(terms.length)} ${precision(terms)}`;
  const [below, above] = [subtract(sum, interval.lo), subtract(interval.hi, sum)];
  return equal(below, above)
    ? `${what} can be off by ${plain(above)} in all: ${ends}`
    : `${what} can stand for ${ends} in all`;
}

function precision(terms: readonly Term[]): string {
  const noun = terms[0]?.figure.unit.kind === "share" ? "per cent" : "number";
  const nouns = terms.length === 1 ? noun : `${noun}s`;
  const decimals = new Set(terms.map(({ figure }) => figure.given?.decimals ?? 0));
  const [only = 0] = decimals;
  if (decimals.size > 1 || only < 0) return nouns;
  return only === 0 ? `whole ${nouns}` : `${nouns} with ${inWords(only)} decimal${only === 1 ? "" : "s"}`;
}
