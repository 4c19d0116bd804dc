/** The slips of a typist that one edit mends, the likeliest first. */
const SLIPS = ["swapped", "changed", "dropped", "added", "sign"] as const;
export type Slip = (typeof SLIPS)[number];

/** What each slip is called beside the number that mends it. */
export const SLIP_WORDS: Readonly<Record<Slip, string>> = {
  swapped: "two digits swapped",
  changed: "one digit changed",
  dropped: "one digit dropped",
  added: "one digit added",
  sign: "the sign changed",
};

/** How likely a slip is: 0 for the likeliest. */
export const slipOrder = (slip: Slip): number => SLIPS.indexOf(slip);

/** The slip that makes `typed` of `meant`, both in plain digits; undefined when it takes more than one. */
export function slipBetween(typed: string, meant: string): Slip | undefined {
  if (typed === meant) return undefined;
  if (typed === `-${meant}` || meant === `-${typed}`) return "sign";
  if (typed.length === meant.length) {
    const differ = Array.from(typed).flatMap((character, i) => (character === meant[i] ? [] : [i]));
    if (!differ.every((i) => isDigit(typed[i]) && isDigit(meant[i]))) return undefined;
    const [i = 0, j = 0] = differ;
    if (differ.length === 2 && typed[i] === meant[j] && typed[j] === meant[i]) return "swapped";
    return differ.length === 1 ? "changed" : undefined;
  }
  if (typed.length + 1 === meant.length && lacksOneDigit(typed, meant)) return "dropped";
  if (meant.length + 1 === typed.length && lacksOneDigit(meant, typed)) return "added";
  return undefined;
}

function lacksOneDigit(short: string, long: string): boolean {
  return Array.from(long).some((digit, i) => isDigit(digit) && long.slice(0, i) + long.slice(i + 1) === short);
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /^\d$/.test(character);
