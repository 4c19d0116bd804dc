import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset, Written } from "../model/dataset.ts";
import { point } from "../model/interval.ts";
import { error } from "../model/problem.ts";
import { parseDecimal } from "../model/rational.ts";
import { hasExcessDigits, named, standsFor, surelyLess, typed } from "./cells.ts";
import type { Finding } from "./finding.ts";

/** Numbers lie between two bounds, as far as rounding lets one tell. */
export function withinRange(
  brief: Loaded,
  dataset: Dataset,
  check: Extract<Check, { kind: "range" }>,
): readonly Finding[] {
  const [least, most] = [boundOf(check.from), boundOf(check.to)];
  return named(brief, dataset, check.column).flatMap(({ figure }): readonly Finding[] => {
    if (hasExcessDigits(figure)) return [];
    const below = least !== undefined && surelyLess(figure.interval, least);
    const above = most !== undefined && surelyLess(most, figure.interval);
    if (!below && !above) return [];
    const bound = below ? `less than ${check.from?.text}` : `more than ${check.to?.text}`;
    const message = `${figure.id} is ${typed(figure)}, ${bound}, and "${check.column}" is said to be ${words(check)}`;
    const problem = error("cell/out-of-range", figure.place, message, {
      arithmetic: standsFor(figure),
      hint: `compare it with the source, or mend the bounds on line ${check.place.line}`,
      about: [figure.id, `${dataset.id}.${check.column}`],
    });
    return [{ problem, suspects: [{ figure }] }];
  });
}

function boundOf(written: Written | undefined): ReturnType<typeof point> | undefined {
  const parsed = written && parseDecimal(written.text);
  return parsed && point(parsed.value);
}

function words({ from, to }: Extract<Check, { kind: "range" }>): string {
  if (from === undefined) return `at most ${to?.text}`;
  return to === undefined ? `at least ${from.text}` : `from ${from.text} to ${to.text}`;
}
