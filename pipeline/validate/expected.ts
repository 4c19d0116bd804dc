import type { Loaded } from "../model/brief.ts";
import type { ProblemCode } from "../model/codes.ts";
import { error, type Problem } from "../model/problem.ts";
import type { Finding } from "./finding.ts";

/**
 * Takes out the problems that recorded discrepancies expect of a source, and reports those that are no longer there:
 * then the source has been mended, or the data no longer say what it says.
 */
export function settleExpected(
  brief: Loaded,
  found: readonly Finding[],
  without: ReadonlySet<ProblemCode>,
): { readonly left: readonly Finding[]; readonly problems: readonly Problem[] } {
  const expected = new Set<Finding>();
  const problems: Problem[] = [];
  for (const { id, expects } of brief.discrepancies) {
    if (expects === undefined || without.has(expects.code)) continue;
    const { code, at } = expects;
    const hits = found.filter(({ problem }) => problem.code === code && problem.about?.includes(at.text) === true);
    hits.forEach((hit) => expected.add(hit));
    if (hits.length > 0) continue;
    const message = `The discrepancy "${id}" expects ${code} at ${at.text}, and nothing is wrong there any more`;
    const hint = "if the source has been mended, take the discrepancy out; else compare the data with the source";
    problems.push(error("discrepancy/mended", at.place, message, { hint, about: [at.text] }));
  }
  return { left: found.filter((finding) => !expected.has(finding)), problems };
}
