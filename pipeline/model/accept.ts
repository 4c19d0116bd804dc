import type { Acceptance } from "./brief.ts";
import { placeText } from "./place.ts";
import { warning, type Problem } from "./problem.ts";

/** Whether an accepted warning is this one: its code, at its file or line, or of a figure that it is about. */
function matches(acceptance: Acceptance, problem: Problem): boolean {
  if (problem.level !== "warning" || problem.code !== acceptance.code) return false;
  const { at } = acceptance;
  const place = placeText(problem.place);
  return place === at || place.startsWith(`${at}:`) || problem.about?.includes(at) === true || names(problem, at);
}

/** Whether a message names a thing, as a word of its own. */
const names = ({ message }: Problem, thing: string): boolean =>
  message.split(/[\s"“”(),:;]+|\.(?=\s|$)/).includes(thing);

/** What an author has accepted, and on what day the brief comes out. */
interface Terms {
  readonly accept: readonly Acceptance[];
  readonly day: string;
  /** Whether the brief was checked to its end; before that, nobody can say that an acceptance no longer applies. */
  readonly checked: boolean;
}

/** Takes out the warnings that the author accepts on this day, and reports acceptances that no longer apply. */
export function applyAcceptances(problems: readonly Problem[], { accept, day, checked }: Terms): readonly Problem[] {
  const valid = accept.filter((each) => each.until === undefined || each.until >= day);
  const left = problems.filter((problem) => !valid.some((each) => matches(each, problem)));
  if (!checked) return left;
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
