import type { Figure } from "../model/figure.ts";
import { unitText } from "../model/unit.ts";
import { fail, type Call } from "./arguments.ts";
import { isQuotient } from "./directions.ts";

/** Whether a figure has a direction: a change has one, and a quotient of two levels. */
export const moves = (of: Figure): boolean =>
  isQuotient(of) || (of.change === true && of.unit.kind !== "share" && of.unit.kind !== "rank");

/** A number of money, of things, of per cent is a level: that it is above zero does not say that it rose. */
export function failLevel(call: Call, of: Figure, more = ""): undefined {
  return fail(
    call,
    `${of.id} (${unitText(of.unit)}) is a level, which has no direction`,
    `${changeHint(call, of)}${more}`,
    "template/arguments",
    "it says how much there is, and not what there was before",
  );
}

function changeHint({ helper }: Call, { unit, formula }: Figure): string {
  if (unit.kind === "share") return "name the change: derive pp(new, old), in percentage points";
  if (unit.kind !== "amount" && unit.kind !== "count") return "name the change: derive new - old";
  const declare =
    formula === undefined ? "; where the number is itself a change, write change: true beside its unit" : "";
  return `derive the change, new - old or change(new, old), and use ${helper} on that${declare}`;
}
