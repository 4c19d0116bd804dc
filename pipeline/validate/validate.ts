import type { Loaded, Validated } from "../model/brief.ts";
import type { ProblemCode } from "../model/codes.ts";
import { hasErrors, inOrder } from "../model/problem.ts";
import type { Outcome } from "../model/stage.ts";
import { settleExpected } from "./expected.ts";
import { RULES } from "./rules.ts";
import { withoutStopped } from "./members.ts";
import { suggest } from "./suggest.ts";

/** Asks of a brief's given numbers whether they can be true. */
export const validate = validateWithout(new Set());

/** The same with the rules for some codes left out, as though they did not exist: the mutation test needs it. */
export function validateWithout(codes: ReadonlySet<ProblemCode>): (brief: Loaded) => Outcome<Validated> {
  const rules = RULES.filter((rule) => !rule.codes.every((code) => codes.has(code)));
  return (brief) => {
    const found = rules.flatMap((rule) => rule.hold(brief));
    const { left, problems: mended } = settleExpected(brief, found, codes);
    const told = left
      .map((finding) => ({ finding, problem: suggest(finding, brief, rules, found) }))
      .filter(({ problem }) => !codes.has(problem.code));
    const others = mended.filter(({ code }) => !codes.has(code));
    const problems = inOrder([...told.map(({ problem }) => problem), ...others]);
    if (!hasErrors(problems)) return { value: { ...brief, checks: declared(brief) }, problems };
    const without = hasErrors(others) ? undefined : withoutStopped(brief, told);
    if (without === undefined) return { problems };
    const warnings = problems.filter(({ level }) => level === "warning");
    return { value: { ...without, checks: declared(brief) }, problems: warnings };
  };
}

/** How many checks the datasets of a brief declare, lengths of lists included. */
function declared({ datasets }: Loaded): number {
  return [...datasets.values()].reduce((sum, { checks, lists }) => {
    const stated = [...lists.values()].filter((list) => list.stated !== undefined);
    return sum + checks.length + stated.length;
  }, 0);
}
