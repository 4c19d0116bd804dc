import type { PhrasingContent } from "mdast";
import type { Written } from "../model/dataset.ts";
import { directionOfLanguage } from "../model/direction.ts";
import type { Inline } from "../model/inline.ts";
import type { Place } from "../model/place.ts";
import { error } from "../model/problem.ts";
import { crossReference } from "./cross-references.ts";
import { expand } from "./expand.ts";
import { lint } from "./lint.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readPieces, type Expanded, type Run } from "./markers.ts";
import { writtenOrigin } from "./origin.ts";
import { otherMarkdown, refusal } from "./other-markdown.ts";
import type { Workshop } from "./workshop.ts";

/** Turns the inlines of a Markdown tree into the Doc's: text, emphasis, links, and what helpers left. */
export function toInlines(
  nodes: readonly PhrasingContent[],
  expanded: Expanded,
  workshop: Workshop,
): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    const offset = node.position?.start.offset ?? 0;
    const place = expanded.place(offset);
    switch (node.type) {
      case "text": {
        const typed = expanded.text.slice(offset, node.position?.end.offset ?? offset);
        workshop.problems.push(...otherMarkdown(typed, (at, length) => expanded.place(offset + at, length)));
        return textInlines(node.value, offset, expanded, workshop);
      }
      case "emphasis":
      case "strong":
        return [{ kind: node.type, place, children: toInlines(node.children, expanded, workshop) }];
      case "link":
        return [linkInline(node.url, toInlines(node.children, expanded, workshop), place, workshop)];
      case "break":
        return [{ kind: "break", place }];
      default:
        workshop.problems.push(refusal(node, place));
        return [];
    }
  });
}

function linkInline(href: string, children: readonly Inline[], place: Place, workshop: Workshop): Inline {
  if (!/^(https:\/\/|mailto:|#)/.test(href)) {
    workshop.problems.push(
      error("prose/link", place, `A brief may not link to ${href}`, {
        hint: "links begin with https://, mailto: or #",
      }),
    );
  }
  return { kind: "link", href, children, place };
}

/** Text with the marks of helpers in it: literal stretches are held against the rule that no number is typed. */
function textInlines(text: string, offset: number, expanded: Expanded, workshop: Workshop): readonly Inline[] {
  const runs = readPieces(text);
  return runs.flatMap((run, index): readonly Inline[] => {
    if ("piece" in run) return pieceInlines(run.piece, workshop);
    const beside = workshop.isKeyFigure ? "keyFigure" : isNumber(runs[index - 1], workshop) ? "number" : undefined;
    lint(run.text, (at, length) => expanded.place(offset + run.at + at, length), workshop, beside);
    return [{ kind: "text", text: run.text.replace(/\s*\n\s*/g, " "), place: expanded.place(offset + run.at) }];
  });
}

/** Whether a run is a bound number. */
function isNumber(run: Run | undefined, { pieces }: Workshop): boolean {
  const piece = run && "piece" in run ? pieces[run.piece] : undefined;
  return piece?.kind === "inline" && piece.inline.kind === "figure";
}

function pieceInlines(index: number, workshop: Workshop): readonly Inline[] {
  const piece = workshop.pieces[index];
  if (piece?.kind === "inline") return [inBriefsLanguage(piece.inline, workshop)];
  if (piece?.kind === "language") return [piece.span(workshop)];
  if (piece?.kind === "reference")
    return crossReference(piece.to, piece.place, workshop).map((each) => inBriefsLanguage(each, workshop));
  if (piece?.kind === "block") {
    const [message, hint] =
      workshop.tongue === undefined
        ? ["This stands in the middle of a paragraph", "give it a paragraph of its own"]
        : ["This stands in words of another language", "end them before it, with {{/lang}}"];
    workshop.problems.push(error("template/arguments", piece.place, message, { hint }));
  }
  return [];
}

/** What the pipeline words itself stands in the brief's language, and runs as that does, whatever is around it. */
function inBriefsLanguage(inline: Inline, { tongue, brief }: Workshop): Inline {
  if (tongue === undefined) return inline;
  if (inline.kind !== "figure" && inline.kind !== "word" && inline.kind !== "crossReference") return inline;
  const own = brief.language.tag;
  // A number alone is of any language.
  const language = /\p{L}/u.test(inline.text) ? own : tongue.language;
  return { kind: "language", language, direction: directionOfLanguage(own), children: [inline], place: inline.place };
}

/**
 * Expands an inline template, such as a caption, now (so that its notes are numbered where it stands) and gives
 * its inlines later, when all cross references are known.
 */
export function inlineTemplate(written: Written, workshop: Workshop): () => readonly Inline[] {
  const origin = writtenOrigin(written);
  const { expanded, problems } = expand(origin, workshop.helpers(workshop, origin), workshop.names);
  workshop.problems.push(...problems);
  if (!expanded) return () => [];
  return () => oneLine(expanded, written.place, workshop);
}

/** The inlines of expanded text that may hold one line alone: a caption, a label. */
export function oneLine(expanded: Expanded, place: Place, workshop: Workshop): readonly Inline[] {
  const { children } = readMarkdown(expanded.text);
  const [paragraph] = children;
  if (children.length === 1 && paragraph?.type === "paragraph")
    return toInlines(paragraph.children, expanded, workshop);
  if (children.length > 0)
    workshop.problems.push(
      error("template/not-allowed", place, "Only one line of text may stand here", {
        hint: "no headings, lists or paragraphs",
      }),
    );
  return [];
}
