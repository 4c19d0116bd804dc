import type { Loaded, Validated } from "../model/brief.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import { hasErrors, inOrder, type Problem } from "../model/problem.ts";
import type { Outcome } from "../model/stage.ts";
import { duplicateRows } from "./duplicate-rows.ts";
import { listCounts } from "./list-count.ts";
import { partOfWhole } from "./part.ts";
import { rankAgrees } from "./rank.ts";
import { sumToTotal } from "./sum.ts";

/** Asks of a brief's given numbers whether they can be true, by the checks that its datasets declare. */
export function validate(brief: Loaded): Outcome<Validated> {
  const datasets = [...brief.datasets.values()];
  const declared = datasets.flatMap((dataset) => dataset.checks.map((check) => holdCheck(brief, dataset, check)));
  const counted = datasets.flatMap((dataset) => listCounts(brief, dataset));
  const copied = datasets.map((dataset) => duplicateRows(brief, dataset));
  const rules = [...declared, ...counted, ...copied];
  const problems = inOrder(rules.flat());
  return hasErrors(problems) ? { problems } : { value: { ...brief, checks: rules.length }, problems };
}

function holdCheck(brief: Loaded, dataset: Dataset, check: Check): readonly Problem[] {
  switch (check.kind) {
    case "sum":
      return sumToTotal(brief, dataset, check);
    case "part":
      return partOfWhole(brief, dataset, check);
    case "rank":
      return rankAgrees(brief, dataset, check);
    case "order":
    case "unique":
    case "range":
    case "complete":
    case "same":
    case "granular":
      return [];
  }
}
