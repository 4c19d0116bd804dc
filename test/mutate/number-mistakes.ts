import type { MistakeKind } from "./mistake.ts";
import type { Random } from "./random.ts";

/** A number typed wrong. */
export interface Slip {
  readonly kind: MistakeKind;
  readonly text: string;
}

/** The places of the digits of a number as typed; those of an exponent are left alone. */
const digitPlaces = (text: string): readonly number[] =>
  Array.from(text.replace(/[eE].*$/, "")).flatMap((character, index) => (/\d/.test(character) ? [index] : []));

const put = (text: string, at: number, length: number, instead: string): string =>
  text.slice(0, at) + instead + text.slice(at + length);

/** Whether YAML and Footing read a text as a plain number: no second sign, no digit missing around the point. */
const isPlain = (text: string): boolean => /^-?(?:0|[1-9]\d*|0\d+)(?:\.\d+)?$/.test(text);

/** A plain number times a power of ten, as an author would type it: the point moved, zeros added or cut. */
function shifted(text: string, places: number): string | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, minus = "", whole = "", fraction = ""] = match;
  const padded = "0".repeat(Math.max(-places, 0)) + whole + fraction + "0".repeat(Math.max(places, 0));
  const point = whole.length + Math.max(-places, 0) + places;
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = places > 0 ? padded.slice(point, point + Math.max(fraction.length - places, 0)) : padded.slice(point);
  return `${minus}${left || "0"}${right === "" ? "" : `.${right}`}`;
}

/** Every adjacent pair of digits swapped. */
const digitsSwapped = (text: string): readonly string[] =>
  digitPlaces(text).flatMap((at, index, all) => {
    const next = all[index + 1];
    const [a, b] = [text.charAt(at), next === undefined ? "" : text.charAt(next)];
    return next === undefined || a === b ? [] : [put(put(text, at, 1, b), next, 1, a)];
  });

/** Every digit changed to a few others. */
const digitChanged = (text: string, random: Random, each: number): readonly string[] =>
  digitPlaces(text).flatMap((at) => {
    const others = Array.from("0123456789").filter((digit) => digit !== text.charAt(at));
    return random.some(others, each).map((digit) => put(text, at, 1, digit));
  });

/** Every digit left out, where one is left. */
const digitDropped = (text: string): readonly string[] => [
  ...new Set(digitPlaces(text).map((at) => put(text, at, 1, ""))),
];

/** Every digit typed twice. */
const digitDoubled = (text: string): readonly string[] => [
  ...new Set(digitPlaces(text).map((at) => put(text, at, 1, text.charAt(at).repeat(2)))),
];

const signTurned = (text: string): string => (text.startsWith("-") ? text.slice(1) : `-${text}`);

/** All slips of a typist in one number. */
export function slipsIn(text: string, random: Random): readonly Slip[] {
  const of = (kind: MistakeKind, texts: readonly (string | undefined)[]): readonly Slip[] =>
    texts.flatMap((slip) => (slip !== undefined && slip !== text && isPlain(slip) ? [{ kind, text: slip }] : []));
  return [
    ...of("digits swapped", digitsSwapped(text)),
    ...of("digit changed", digitChanged(text, random, 4)),
    ...of("digit dropped", digitDropped(text)),
    ...of("digit doubled", digitDoubled(text)),
    ...of("sign turned", [signTurned(text)]),
    ...of("factor of ten", [shifted(text, 1), shifted(text, -1)]),
    ...of("factor of a thousand", [shifted(text, 3), shifted(text, -3)]),
  ];
}
