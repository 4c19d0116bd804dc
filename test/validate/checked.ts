import { load } from "../../pipeline/load/load.ts";
import type { Problem } from "../../pipeline/model/problem.ts";
import type { Outcome } from "../../pipeline/model/stage.ts";
import type { Validated } from "../../pipeline/model/brief.ts";
import { validate } from "../../pipeline/validate/validate.ts";
import { memoryHost } from "../load/memory-host.ts";
import { SMALL_BRIEF } from "../load/small-brief.ts";

/** What validate makes of the small brief with a dataset "d" of this text more. */
export function checked(dataset: string, discrepancies?: string): Outcome<Validated> {
  const recorded = discrepancies ?? SMALL_BRIEF["data/b/discrepancies.yaml"] ?? "";
  const files = { ...SMALL_BRIEF, "data/b/d.yaml": dataset, "data/b/discrepancies.yaml": recorded };
  const loaded = load("b", memoryHost(files));
  if (loaded.value === undefined) throw new Error(`the brief should load: ${JSON.stringify(loaded.problems)}`);
  return validate(loaded.value);
}

/** The one problem that validate finds. */
export function theProblem(dataset: string, discrepancies?: string): Problem {
  const { problems } = checked(dataset, discrepancies);
  const [first] = problems;
  if (first === undefined || problems.length > 1)
    throw new Error(`one problem was expected: ${JSON.stringify(problems)}`);
  return first;
}
