import type { Differing } from "../model/change.ts";
import type { EditionChange } from "../model/edition.ts";

/** A change in one line: the figure, what was said, what is said, and by how much or in which way it is another. */
export function changeText({ name, change, old, new: now, by, definition }: EditionChange, labels: Labels): string {
  const is = change === "flipped" ? (now ?? labels["unsaid"]) : now;
  const sides = [old, is].filter((side) => side !== undefined && side !== "");
  const isPlain = change === "flipped" || change === "revised" || change === "shown-differently";
  // A formula and the ids of sources are for the page and its files.
  const defined = (definition ?? []).filter(({ what }) => what !== "formula" && what !== "source");
  const ways = [
    ...(by === undefined ? [] : [by]),
    ...(isPlain ? [] : [labels[change] ?? ""]),
    ...defined.map((each) => differingText(each, labels)),
  ];
  const way = ways.length === 0 && change === "shown-differently" ? (labels[change] ?? "") : ways.join("; ");
  return `${name}: ${[...new Set(sides)].join(" → ")}${way === "" ? "" : ` (${way})`}`;
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
