import type { FigureInline } from "../model/inline.ts";
import type { Figure } from "../model/figure.ts";
import type { Place } from "../model/place.ts";
import { machineDecimal, sign } from "../model/rational.ts";
import { checkOptions, fail, figureArgument, leave, numberOptions, textOption, type Call } from "./arguments.ts";
import { aboutText, figureText, rangeText, spokenText } from "./figure-text.ts";
import { lintNumbers } from "./lint.ts";
import { isLeaf } from "./names.ts";
import { listText } from "./note-style.ts";
import { falsePrecision } from "./precision.ts";
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

/** How a helper gives a number that it prints. */
interface Asked {
  /** Where the figure stands among what the helper was given. */
  readonly index?: number;
  /** Options that the helper has besides those of numbers. */
  readonly more?: readonly string[];
  /** Whether no bound word beside the number tells which way it goes, as one does in a sentence. */
  readonly isAlone?: (figure: Figure) => boolean;
}

/** The inline that a helper of numbers prints, by the helper's name; undefined after a problem. */
export function numberInline(
  call: Call,
  form: "figure" | "about" | "range" | "count",
  { index = 0, more = [], isAlone }: Asked = {},
): FigureInline | undefined {
  const leaf = figureArgument(call, index);
  const asked = numberOptions(call, form === "count" ? ["noun", ...more] : more);
  if (!leaf) return undefined;
  const { workshop } = call;
  const { language } = workshop.brief;
  const figure = figureOf(workshop, leaf.id);
  const isNegative = isAlone !== undefined && asked.abs !== true && sign(figure.value) < 0;
  const options = !isNegative ? asked : isAlone(figure) ? { ...asked, sign: true } : { ...asked, abs: true };
  if (figure.qualifier !== undefined && form !== "figure")
    return fail(call, `${leaf.id} is "${figure.qualifier}" so much: it has no interval`, "use {{figure}}");
  if (form === "figure" || form === "about")
    workshop.problems.push(...falsePrecision(figure, options.decimals, call.place, form === "about" ? 0 : 1));
  switch (form) {
    case "figure":
      return figureInline(workshop, figure, figureText(figure, language, options), "number", call.place);
    case "about":
      return figureInline(workshop, figure, aboutText(figure, language, options), "number", call.place);
    case "range":
      return figureInline(workshop, figure, rangeText(figure, language, options), "range", call.place);
    case "count": {
      const noun = textOption(call, "noun");
      lintNumbers(noun, call.place, workshop);
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
