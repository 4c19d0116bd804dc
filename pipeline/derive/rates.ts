import type { Figure } from "../model/figure.ts";
import type { Unit } from "../model/unit.ts";
import { refusal, undatedRate, wrongRate, type Refusal } from "./refusals.ts";
import type { Joined, Side } from "./units.ts";

/** The unit of an amount that is multiplied with a rate, or divided by it: the rate's other currency, in its scale. */
export function convertedUnits(operator: "*" | "/", amount: Side, rate: Side): Joined | Refusal {
  const { unit } = rate;
  if (unit?.kind !== "rate") throw new RangeError(`${rate.words} is no rate`);
  const [from, to] = operator === "*" ? [unit.per, unit.currency] : [unit.currency, unit.per];
  if (amount.unit?.kind !== "amount" || amount.unit.currency !== from)
    return wrongRate(amount, { ...rate, unit }, operator);
  if (rate.undated !== undefined) return undatedRate(rate.undated);
  return { kind: "joined", unit: { ...amount.unit, currency: to }, divides: operator === "/" };
}

/** The rate that two rates make: USD per EUR times EUR per GBP is USD per GBP. */
export function crossedRates(a: Side, b: Side): Joined | Refusal {
  const [first, second] = [a.unit, b.unit];
  if (first?.kind === "rate" && second?.kind === "rate") {
    const unit = crossed(first, second) ?? crossed(second, first);
    if (unit) return { kind: "joined", unit };
  }
  return refusal(
    "Two rates are multiplied that have no currency between them",
    "use rates as USD per EUR and EUR per GBP",
  );
}

type Rate = Extract<Unit, { readonly kind: "rate" }>;

const crossed = (a: Rate, b: Rate): Unit | undefined =>
  a.per === b.currency && a.currency !== b.per ? { kind: "rate", currency: a.currency, per: b.per } : undefined;

/** Whether a rate does not say when it held: no year, month, day or other period that begins with its year. */
export const isUndated = ({ unit, period }: Pick<Figure, "unit" | "period">): boolean =>
  unit.kind === "rate" && !/^\d{4}(?!\d)/.test(period ?? "");
