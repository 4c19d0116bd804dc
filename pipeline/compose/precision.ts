import type { Figure } from "../model/figure.ts";
import { supportedDecimals } from "../model/format.ts";
import { isPoint } from "../model/interval.ts";
import type { Place } from "../model/place.ts";
import { warning, type Problem } from "../model/problem.ts";
import { endsText } from "./word-inline.ts";

/**
 * The decimals that a number may be printed with: of a given one, those that it was given with; of a derived one, one
 * more than the first digit of its interval's width, as the second digit of an uncertainty still says something (GUM
 * 7.2.6: two digits at most). Undefined for exact numbers, of which every digit is true.
 */
export function mostDecimals(figure: Figure, guard: 0 | 1 = 1): number | undefined {
  if (isPoint(figure.interval)) return undefined;
  if (figure.given) return Math.max(figure.given.decimals, 0);
  return Math.max(supportedDecimals(figure.interval, 0) + guard, 0);
}

/** A warning where a number is to be printed with more decimals than rounding supports. */
export function falsePrecision(
  figure: Figure,
  decimals: number | undefined,
  place: Place,
  guard: 0 | 1 = 1,
): readonly Problem[] {
  const most = mostDecimals(figure, guard);
  if (decimals === undefined || most === undefined || decimals <= most) return [];
  const count = (number: number): string => (number === 1 ? "1 decimal" : `${number} decimals`);
  const supported = figure.given ? `was given with ${most}` : `supports ${most}`;
  return [
    warning("prose/false-precision", place, `${figure.id} is printed with ${count(decimals)}, and ${supported}`, {
      arithmetic: endsText(figure),
      hint:
        most === 0
          ? "print it without decimals, or print the range"
          : `write ${count(most)} at most, or print the range`,
      about: [figure.id],
    }),
  ];
}

/** The same for a column, with its figure that supports the fewest decimals. */
export function falseColumn(
  figures: readonly Figure[],
  decimals: number | undefined,
  place: Place,
): readonly Problem[] {
  const [worst] = figures
    .flatMap((figure) => {
      const most = mostDecimals(figure);
      return most === undefined ? [] : [{ figure, most }];
    })
    .toSorted((a, b) => a.most - b.most);
  return worst ? falsePrecision(worst.figure, decimals, place) : [];
}
