import { parseRational } from "../model/rational.ts";
import { digits, quantity } from "./digits.ts";
import type { FigureTrace, GapTrace, ShownIn, Trace } from "./trace.ts";

/** The tree of a figure for a person: each number, how it was worked out, and from what, down to the cells. */
export const traceText = (trace: Trace): string => `${linesOf(trace, true).join("\n")}\n`;

/** The tree of a figure for programs, as one JSON. */
export const traceJson = (brief: string, trace: Trace): string =>
  `${JSON.stringify({ schema: 1, brief, figure: trace })}\n`;

function linesOf(trace: Trace, top: boolean): readonly string[] {
  if ("above" in trace) return [`${trace.id}, as above`];
  const [title, details] = "absence" in trace ? gapLines(trace) : figureLines(trace, top);
  const inputs = trace.from.flatMap((each, index) => branch(each, index === trace.from.length - 1));
  const trunk = trace.from.length > 0 ? "│  " : "   ";
  return [title, ...details.map((line) => trunk + line), ...inputs];
}

function branch(trace: Trace, last: boolean): readonly string[] {
  const [title = "", ...rest] = linesOf(trace, false);
  return [`${last ? "└─ " : "├─ "}${title}`, ...rest.map((line) => (last ? "   " : "│  ") + line)];
}

function gapLines({ id, absence, typed, formula, place }: GapTrace): readonly [string, readonly string[]] {
  const lines = [
    ...(formula === undefined ? [] : [`formula   ${formula}`]),
    `at        ${place}${typed === undefined ? "" : `, typed ${typed}`}`,
  ];
  return [`${id} has no number: ${absence.replace("-", " ")}`, lines];
}

function figureLines(trace: FigureTrace, top: boolean): readonly [string, readonly string[]] {
  const { id, exact, unit, formula, filled, typed, qualifier } = trace;
  const title = `${id} = ${qualifier === undefined ? "" : `${qualifier} `}${quantity(digits(parseRational(exact)), unit)}`;
  const about = [trace.period, trace.basis, ...trace.flags].filter((each) => each !== undefined).join(", ");
  const lines = [
    ...(about === "" ? [] : [`is        ${about}`]),
    `interval  ${intervalText(trace)}`,
    ...(formula === undefined ? [] : [`formula   ${formula}`]),
    ...(filled === undefined ? [] : [`        = ${filled}`]),
    `at        ${trace.place}${typed === undefined ? "" : `, typed ${typed}`}`,
  ];
  // What a derived figure rests on stands at its cells, and where an input is shown is another question.
  if (top || formula === undefined) lines.push(...trace.sources.map((each) => `source    ${each.id}: ${each.text}`));
  if (top) lines.push(...trace.shown.map(shownText));
  return [title, lines];
}

function intervalText({ interval: [lo, hi], closed, range, bound }: FigureTrace): string {
  if (lo === hi) return `${range} exactly`;
  const ends = `${closed.charAt(0)}${lo}, ${hi}${closed.charAt(1)}`;
  return `${range}, ${ends}, ${bound === "exact" ? "exact" : "outer: it may be wider than need be"}`;
}

function shownText({ block, kind, place, texts }: ShownIn): string {
  const printed = texts.map((each) => `${each.kind} “${each.text.replaceAll("\u00A0", " ")}”`).join(", ");
  return `shown     ${block}, ${kind} at ${place}: ${printed}`;
}
