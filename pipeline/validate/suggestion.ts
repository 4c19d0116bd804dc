import type { Figure } from "../model/figure.ts";
import { add, equal, parseDecimal, toFixed, type Rational } from "../model/rational.ts";

/** A cell that one slip of the hand would explain, with the number that was probably meant. */
export interface Suggestion {
  readonly cell: Figure;
  readonly from: string;
  readonly to: string;
  readonly how: string;
}

const SLIPS = [
  { how: "two digits swapped", is: swapped },
  { how: "one digit changed", is: changed },
  { how: "one digit too many", is: (from: string, to: string): boolean => dropped(from, to) },
  { how: "one digit missing", is: (from: string, to: string): boolean => dropped(to, from) },
  { how: "the sign", is: (from: string, to: string): boolean => from === `-${to}` || to === `-${from}` },
] as const;

/**
 * Cells that would mend a sum if they were greater by `missing`, and that one edit leads to; the likeliest first:
 * digits swapped, one changed, one too many or missing, the sign. At most three.
 */
export function suggest(cells: readonly Figure[], missing: Rational): readonly Suggestion[] {
  const found = cells.flatMap((cell) => {
    const { given } = cell;
    const wanted = add(cell.value, missing);
    const to = toFixed(wanted, Math.max(given?.decimals ?? 0, 0));
    const slip = SLIPS.findIndex(({ is }) => given !== undefined && is(given.text, to));
    const how = SLIPS[slip]?.how;
    if (!given || how === undefined || !equal(parseDecimal(to)?.value ?? cell.value, wanted)) return [];
    return [{ slip, suggestion: { cell, from: given.text, to, how } }];
  });
  return found
    .toSorted((a, b) => a.slip - b.slip)
    .slice(0, 3)
    .map(({ suggestion }) => suggestion);
}

function swapped(from: string, to: string): boolean {
  const at = [...from].findIndex((digit, index) => digit !== to[index]);
  return (
    at >= 0 &&
    from.length === to.length &&
    to === from.slice(0, at) + (from[at + 1] ?? "") + (from[at] ?? "") + from.slice(at + 2)
  );
}

function changed(from: string, to: string): boolean {
  return from.length === to.length && [...from].filter((digit, index) => digit !== to[index]).length === 1;
}

function dropped(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  return [...longer].some((_, index) => longer.slice(0, index) + longer.slice(index + 1) === shorter);
}
