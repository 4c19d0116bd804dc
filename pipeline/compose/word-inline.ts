import type { WordInline } from "../model/inline.ts";
import type { Figure } from "../model/figure.ts";
import { machineDecimal, toFixed } from "../model/rational.ts";
import { leave, type Call } from "./arguments.ts";

/** Leaves a bound word with what it says of the figure, and gives it. */
export function leaveWord(
  call: Call,
  of: Figure,
  text: string,
  says: string,
): { readonly marker: string; readonly inline: WordInline } {
  const inline: WordInline = {
    kind: "word",
    figure: of.id,
    text,
    says,
    value: machineDecimal(of.value),
    class: of.class,
    place: call.place,
  };
  return { marker: leave(call, { kind: "inline", inline }), inline };
}

/** What a figure is and may be, as arithmetic. */
export const endsText = (of: Figure): string =>
  `${of.id} is ${toFixed(of.value, 2)}, and may be anything from ${toFixed(of.interval.lo, 2)} to ${toFixed(of.interval.hi, 2)}`;
