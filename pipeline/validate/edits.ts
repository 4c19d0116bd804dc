import { slipBetween, type Slip } from "./one-edit.ts";

const DIGITS = [..."0123456789"];

/** All numbers that one slip of a typist makes of a typed one, each once, with the slip; the likeliest slips first. */
export function oneEdits(typed: string): ReadonlyMap<string, Slip> {
  const found = new Map<string, Slip>();
  const add = (text: string): void => {
    const slip = isNumber(text) ? slipBetween(typed, text) : undefined;
    if (slip !== undefined && !found.has(text)) found.set(text, slip);
  };
  const at = [...typed].map((_, i) => i);
  const cut = (i: number, put: string, from: number): string => typed.slice(0, i) + put + typed.slice(from);
  for (const i of at)
    for (const j of at.slice(i + 1)) add(cut(i, `${typed[j]}${typed.slice(i + 1, j)}${typed[i]}`, j + 1));
  for (const i of at) for (const digit of DIGITS) add(cut(i, digit, i + 1));
  for (const i of at) add(cut(i, "", i + 1));
  for (const i of [...at, typed.length]) for (const digit of DIGITS) add(cut(i, digit, i));
  add(typed.startsWith("-") ? typed.slice(1) : `-${typed}`);
  return found;
}

const isNumber = (text: string): boolean => /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
