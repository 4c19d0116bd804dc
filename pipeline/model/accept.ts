import type { Acceptance } from "./brief.ts";
import { placeText } from "./place.ts";
import { warning, type Problem } from "./problem.ts";

/** Whether an accepted warning is this one: its code, at its file, line, or a figure that it names. */
function matches(acceptance: Acceptance, problem: Problem): boolean {
  if (problem.level !== "warning" || problem.code !== acceptance.code) return false;
  const place = placeText(problem.place);
  const there = place === acceptance.at || place.startsWith(`${acceptance.at}:`);
  return (
    there || problem.about?.includes(acceptance.at) === true || `${problem.message} `.includes(`${acceptance.at} `)
  );
}

/** Takes out the warnings that the author accepts on this day, and reports acceptances that no longer apply. */
export function applyAcceptances(
  problems: readonly Problem[],
  accept: readonly Acceptance[],
  day: string,
): readonly Problem[] {
  const valid = accept.filter((each) => each.until === undefined || each.until >= day);
  const left = problems.filter((problem) => !valid.some((each) => matches(each, problem)));
  const unused = accept.filter((each) => !valid.includes(each) || !problems.some((problem) => matches(each, problem)));
  return [
    ...left,
    ...unused.map((each) =>
      warning("accept/unused", each.place, `The accepted warning ${each.code} at ${each.at} no longer applies`, {
        hint: valid.includes(each)
          ? "take it out of accept"
          : `it ran out on ${each.until ?? ""}: take it out, or date it anew with a reason`,
      }),
    ),
  ];
}
