import type { ProblemCode } from "../model/codes.ts";
import { unitText, type Unit } from "../model/unit.ts";
import type { Side } from "./units.ts";

/** Why two units cannot be joined, and what to write instead. */
export interface Refusal {
  readonly kind: "refusal";
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
}

export const refusal = (message: string, hint: string, code: ProblemCode = "formula/units"): Refusal => ({
  kind: "refusal",
  code,
  message,
  hint,
});

/** A rank in a calculation. */
export const ofRank = (done: string): Refusal =>
  refusal(`A rank is a place in an order, and cannot be ${done}`, "use the number that is ranked", "formula/rank");

/** A typed number beside one with a unit. */
export const ofBareNumber = (message: string): Refusal =>
  refusal(message, "give the number a name and a unit under figures", "formula/bare-number");

/** A difference of shares that does not say whether it is in points or in per cent. */
export const shareDifference = (a: string, b: string): Refusal =>
  refusal(
    "A share is taken from a share, and that can mean two things",
    `write pp(${a}, ${b}) for percentage points or change(${a}, ${b}) for per cent`,
    "formula/share-difference",
  );

export const ofChanges: Refusal = refusal(
  "Per cent changes do not add up",
  "take the change from the first number to the last: change(last, first)",
  "formula/change-sum",
);

export const ofPer: Refusal = refusal(
  "What is counted for each of something does not add up",
  "add up what is above and what is below, and write per(above, below, person)",
);

/** A quotient of two units: of so much and a count, it may be so much for each. */
export function quotientOf(a: Side, b: Side): Refusal {
  const plain = unlike("A quotient", a, b);
  const isEach = b.unit?.kind === "count" && (a.unit?.kind === "amount" || a.unit?.kind === "count");
  if (!isEach) return plain;
  const calls = [`per(${a.words}, ${b.words}, person)`, `per(${a.words}, ${b.words}, 1000)`] as const;
  const hint = `write ${calls[0]}, with the word for one, or ${calls[1]}, if you mean so much for each`;
  return { ...plain, hint: plain.code === "formula/two-counts" ? `${plain.hint}; ${hint}` : hint };
}

/** Two numbers of units that cannot be set against each other; `what` is how they are joined. */
export function unlike(what: string, a: Side, b: Side): Refusal {
  if (a.unit?.kind === "rank" || b.unit?.kind === "rank") return ofRank("set against other numbers");
  if (a.unit === undefined || b.unit === undefined)
    return ofBareNumber(`${what} joins a bare number and one with a unit`);
  if (a.unit.kind === "amount" && b.unit.kind === "amount") {
    const { currency, scale } = a.unit;
    if (currency !== b.unit.currency) return twoCurrencies(what, currency, b.unit.currency, b.words);
    const name = scale === "" ? "one" : scale;
    return refusal(
      `${what} joins two scales of ${currency}`,
      `write rescale(${b.words}, ${name}), which gives it in ${unitText(a.unit)}`,
      "formula/two-scales",
    );
  }
  if (a.unit.kind === "count" && b.unit.kind === "count")
    return refusal(
      `${what} joins counts of different things`,
      "give both the unit count, without a noun, if they count the same kind of thing",
      "formula/two-counts",
    );
  if (a.unit.kind === "share" && b.unit.kind === "share")
    return refusal(
      `${what} joins shares of two wholes`,
      "multiply each share by its whole first, and join what comes out",
      "formula/two-wholes",
    );
  return refusal(`${what} joins two units`, "use numbers of one unit");
}

const twoCurrencies = (what: string, to: string, from: string, words: string): Refusal =>
  refusal(
    `${what} joins two currencies`,
    `give a rate of unit ${to} per ${from} with its period and source under figures, and write convert(${words}, that rate)`,
    "formula/two-currencies",
  );

type Rate = Extract<Unit, { readonly kind: "rate" }>;

/** A rate beside an amount that it does not convert in that way. */
export function wrongRate(amount: Side, rate: Side & { readonly unit: Rate }, operator: "*" | "/"): Refusal {
  const { currency, per } = rate.unit;
  if (amount.unit === undefined) return ofBareNumber(`${amount.words} is converted, and is a bare number`);
  const has = amount.unit.kind === "amount" ? amount.unit.currency : undefined;
  if (has === undefined)
    return refusal(
      "A rate of exchange converts amounts of money, and nothing else",
      `use an amount in ${per} or ${currency}`,
    );
  const turned = operator === "*" ? has === currency : has === per;
  const hint = turned
    ? `write convert(${amount.words}, ${rate.words}), or ${amount.words} ${operator === "*" ? "/" : "*"} ${rate.words}`
    : `use a rate from or to ${has}`;
  return refusal(
    `${amount.words} is in ${has}, and a rate of ${unitText(rate.unit)} does not convert that${turned ? " in this way" : ""}`,
    hint,
    "formula/two-currencies",
  );
}

/** A rate that does not say when it held. */
export const undatedRate = (rate: string): Refusal =>
  refusal(
    `The rate of exchange ${rate} has no period, and rates differ from day to day`,
    "give it its year, month or day, as period: 2021",
    "formula/undated-rate",
  );
