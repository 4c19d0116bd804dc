import type { Loaded } from "../model/brief.ts";
import type { Dataset } from "../model/dataset.ts";
import { error } from "../model/problem.ts";
import { compare, parseDecimal, rational } from "../model/rational.ts";
import { plainFinding, type Finding } from "./finding.ts";

/** Lists are as long as their source says; where the source errs, a recorded discrepancy expects it. */
export function listCounts(_brief: Loaded, dataset: Dataset): readonly Finding[] {
  return [...dataset.lists.values()].flatMap(({ name, items, count, stated }) => {
    const said = stated && parseDecimal(stated.text)?.value;
    if (stated === undefined || (said && compare(said, rational(BigInt(items.length))) === 0)) return [];
    const message = `The source states ${stated.text} for "${name}", and the list has ${items.length}`;
    const hint = `mend the list, or record it in discrepancies.yaml with expects: { code: list/count, at: ${count} }`;
    return [plainFinding(error("list/count", stated.place, message, { hint, about: [count] }))];
  });
}
