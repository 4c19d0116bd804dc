import type { Differing } from "../model/change.ts";
import type { EditionChange } from "../model/edition.ts";

/** A change in one line: the figure, what was said, what is said, and by how much or in which way it is another. */
export function changeText({ name, change, old, new: now, by }: EditionChange, labels: Labels): string {
  const sides = [old, now].filter((side) => side !== undefined && side !== "");
  const way = by ?? (change === "flipped" || change === "revised" ? undefined : labels[change]);
  return `${name}: ${[...new Set(sides)].join(" → ")}${way === undefined ? "" : ` (${way})`}`;
}

type Labels = Readonly<Record<string, string>>;

/** What differs in how a figure is defined: "unit percentage points → CNY million". */
export function differingText({ what, old, new: now }: Differing, labels: Labels): string {
  const side = (text: string | undefined): string =>
    text === undefined ? (labels["nothing"] ?? "") : readable(text, what);
  return `${labels[what] ?? ""} ${side(old)} → ${side(now)}`;
}

/** A formula with the signs of print; names have no hyphens, so that each one is a minus. */
const readable = (text: string, what: Differing["what"]): string =>
  what === "formula" ? text.replaceAll("*", "×").replaceAll("-", "\u2212") : text;
