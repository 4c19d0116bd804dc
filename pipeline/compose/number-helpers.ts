import type { FigureInline, Inline } from "../model/doc.ts";
import type { Figure } from "../model/figure.ts";
import { directionOf } from "../model/interval.ts";
import type { Place } from "../model/place.ts";
import { machineDecimal, toFixed } from "../model/rational.ts";
import {
  checkOptions,
  fail,
  figureArgument,
  leave,
  numberOptions,
  textArgument,
  textOption,
  type Call,
} from "./arguments.ts";
import { judge, parseCondition } from "./conditions.ts";
import { aboutText, figureText, rangeText, spokenText } from "./figure-text.ts";
import { isLeaf } from "./names.ts";
import { listText } from "./note-style.ts";
import { figureOf, type Workshop } from "./workshop.ts";

/** A bound number as an inline. */
export function figureInline(
  workshop: Workshop,
  shown: Figure,
  text: string,
  show: FigureInline["show"],
  place: Place,
): FigureInline {
  const spoken = spokenText(text, workshop.brief.language);
  return {
    kind: "figure",
    figure: shown.id,
    text,
    ...(spoken === undefined ? {} : { spoken }),
    value: machineDecimal(shown.value),
    show,
    class: shown.class,
    place,
  };
}

/** The inline that a helper of numbers prints, by the helper's name; undefined after a problem. */
export function numberInline(
  call: Call,
  form: "figure" | "about" | "range" | "count",
  index = 0,
  more: readonly string[] = [],
): FigureInline | undefined {
  const leaf = figureArgument(call, index);
  const options = numberOptions(call, form === "count" ? ["noun", ...more] : more);
  if (!leaf) return undefined;
  const { workshop } = call;
  const { language } = workshop.brief;
  const figure = figureOf(workshop, leaf.id);
  if (figure.qualifier !== undefined && form !== "figure")
    return fail(call, `${leaf.id} is "${figure.qualifier}" so much: it has no interval`, "use {{figure}}");
  switch (form) {
    case "figure":
      return figureInline(workshop, figure, figureText(figure, language, options), "number", call.place);
    case "about":
      return figureInline(workshop, figure, aboutText(figure, language, options), "number", call.place);
    case "range":
      return figureInline(workshop, figure, rangeText(figure, language, options), "range", call.place);
    case "count": {
      const noun = textOption(call, "noun");
      const number = figureText(figure, language, { ...options, bare: true });
      return figureInline(workshop, figure, noun === undefined ? number : `${number} ${noun}`, "count", call.place);
    }
  }
}

const print =
  (form: "figure" | "about" | "range" | "count") =>
  (call: Call): string => {
    const inline = numberInline(call, form);
    return inline ? leave(call, { kind: "inline", inline }) : "";
  };

/** `{{figure x}}`: the number with its unit. */
export const figure = print("figure");
/** `{{about x}}`: the digits that the interval supports. */
export const about = print("about");
/** `{{range x}}`: between the interval's ends. */
export const range = print("range");
/** `{{count list}}`: how many items a list has. */
export const count = print("count");

function word(call: Call, of: Figure, text: string): string {
  const inline: Inline = {
    kind: "word",
    figure: of.id,
    text,
    value: machineDecimal(of.value),
    class: of.class,
    place: call.place,
  };
  return leave(call, { kind: "inline", inline });
}

const ends = (of: Figure): string =>
  `${of.id} is ${toFixed(of.value, 2)}, and may be anything from ${toFixed(of.interval.lo, 2)} to ${toFixed(of.interval.hi, 2)}`;

/** `{{move x up="rose" down="fell"}}`: the word of direction that the interval decides. */
export function move(call: Call): string {
  checkOptions(call, ["up", "down", "same", "undetermined"]);
  const leaf = figureArgument(call, 0);
  if (!leaf) return "";
  const of = figureOf(call.workshop, leaf.id);
  const direction = directionOf(of.interval);
  const chosen = textOption(call, direction);
  if (chosen !== undefined) return word(call, of, chosen);
  if (direction === "undetermined") {
    fail(
      call,
      `Rounding hides whether ${of.id} went up or down`,
      'say how to put it: undetermined="may have risen or fallen"',
      "word/undetermined",
      ends(of),
    );
  } else {
    fail(
      call,
      `${of.id} went ${direction}, and no word is given for that`,
      `add ${direction}="…"`,
      "word/undetermined",
      ends(of),
    );
  }
  return "";
}

/** `{{says "more than doubled" x ">2"}}`: words, after the figure is held against their condition. */
export function says(call: Call): string {
  checkOptions(call, []);
  const text = textArgument(call, 0, "the words");
  const leaf = figureArgument(call, 1);
  const condition = textArgument(call, 2, "a condition");
  if (text === undefined || !leaf || condition === undefined) return "";
  const of = figureOf(call.workshop, leaf.id);
  const parsed = parseCondition(condition);
  if (!parsed) {
    fail(call, `"${condition}" is no condition`, 'conditions are ">2", ">=2", "<2", "<=2", "=2" and "2..3"');
    return "";
  }
  const answer = judge(parsed, of.interval);
  if (answer === "all") return word(call, of, text);
  const [message, code] =
    answer === "none"
      ? ([`"${text}" is not true of ${of.id}`, "word/false"] as const)
      : ([`Rounding hides whether "${text}" is true of ${of.id}`, "word/undetermined"] as const);
  fail(call, message, "change the words or their condition", code, `${ends(of)}; the words need ${condition}`);
  return "";
}

/** `{{list x}}`: the items of a list in a row, with "and" before the last. */
export function list(call: Call): string {
  checkOptions(call, []);
  const [value] = call.given;
  if (!isLeaf(value) || value.leaf !== "list") {
    fail(call, "list needs a list of a dataset", "as in {{list dataset.name}}");
    return "";
  }
  const text = listText(
    value.list.items.map((item) => item.text),
    call.workshop.brief.language,
  );
  return leave(call, { kind: "inline", inline: { kind: "text", text, place: call.place } });
}

/** `{{text x}}`: a text cell, as the data has it. */
export function textCell(call: Call): string {
  checkOptions(call, []);
  const [value] = call.given;
  if (!isLeaf(value) || value.leaf !== "text") {
    fail(call, "text needs a text cell", "as in {{text dataset.row.column}}");
    return "";
  }
  return leave(call, { kind: "inline", inline: { kind: "text", text: value.written.text, place: call.place } });
}
