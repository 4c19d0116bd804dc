import type { Loaded } from "../model/brief.ts";
import type { Dataset } from "../model/dataset.ts";
import { error, type Problem } from "../model/problem.ts";
import { compare, parseDecimal, rational } from "../model/rational.ts";

/** Lists are as long as their source says, or a recorded discrepancy says why not: one rule a list that states it. */
export function listCounts(brief: Loaded, dataset: Dataset): readonly (readonly Problem[])[] {
  const recorded = new Set(brief.discrepancies.flatMap((each) => each.at));
  return [...dataset.lists.values()].flatMap(({ name, items, count, stated }) => {
    if (stated === undefined) return [];
    const said = parseDecimal(stated.text)?.value;
    const right = said !== undefined && compare(said, rational(BigInt(items.length))) === 0;
    if (right || recorded.has(count)) return [[]];
    const message = `The source states ${stated.text} for "${name}", and the list has ${items.length}`;
    const hint = `mend the list, or record it in discrepancies.yaml with at: [${count}]`;
    return [[error("list/count", stated.place, message, { hint })]];
  });
}
