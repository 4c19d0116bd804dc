import { directionOfLanguage } from "../model/direction.ts";
import type { LanguagePassage } from "../model/doc.ts";
import type { Inline } from "../model/inline.ts";
import type { BlockId } from "../model/id.ts";
import { error } from "../model/problem.ts";
import { checkOptions, fail, leave, textArgument, type Call } from "./arguments.ts";
import { toInlines } from "./inlines.ts";
import { lint } from "./lint.ts";
import { markdownBlocks } from "./markdown.ts";
import { readSources } from "./markers.ts";
import { readMarkdown } from "./read-markdown.ts";
import type { Tongue, Workshop } from "./workshop.ts";

/**
 * `{{lang "fr" "texte"}}`, `{{#lang "fr"}}…{{/lang}}`: words in another language. In a line they are a span of it; in a
 * paragraph of their own a passage, which runs as the language does.
 */
export function lang(call: Call): string {
  checkOptions(call, []);
  const language = textArgument(call, 0, "a language tag");
  if (language === undefined) return "";
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language))
    fail(call, `${language} is no language tag`, 'as in "fr" or "zh-Hans" (BCP 47)');
  const tongue: Tongue = { language, direction: directionOfLanguage(language) };
  const workshop: Workshop = { ...call.workshop, tongue };
  return call.isBlock ? passage(call, tongue, workshop) : words(call, tongue, workshop);
}

function words(call: Call, tongue: Tongue, workshop: Workshop): string {
  const { place } = call;
  const text = textArgument(call, 1, "the words");
  if (text === undefined) return "";
  lint(text, () => place, workshop);
  const inlines: readonly Inline[] = [{ kind: "text", text, place }];
  return leave(call, {
    kind: "language",
    place,
    span: () => ({ kind: "language", ...tongue, children: inlines, place }),
    passage: (id) => made(id, call, tongue, [{ kind: "paragraph", id: `${id}-1` as BlockId, place, inlines }]),
  });
}

function passage(call: Call, tongue: Tongue, workshop: Workshop): string {
  const { place, origin } = call;
  const expanded = readSources(call.inner(), origin);
  const apart = call.isAlone ? "\n\n" : "";
  const piece = leave(call, {
    kind: "language",
    place,
    span(around) {
      const { children } = readMarkdown(expanded.text.trim());
      const [only] = children;
      const line = children.length === 1 && only?.type === "paragraph" ? only : undefined;
      if (line === undefined)
        around.problems.push(
          error("template/not-allowed", place, "Only one line of text may stand here in another language", {
            hint: "give {{#lang …}}…{{/lang}} a paragraph of its own",
          }),
        );
      const start = expanded.text.length - expanded.text.trimStart().length;
      const moved = { ...expanded, place: (at: number, length?: number) => expanded.place(at + start, length) };
      return {
        kind: "language",
        ...tongue,
        children: toInlines(line?.children ?? [], moved, { ...around, tongue }),
        place,
      };
    },
    passage: (id) => made(id, call, tongue, markdownBlocks(expanded, id, workshop)),
  });
  return apart + piece + apart;
}

const made = (id: BlockId, { place }: Call, tongue: Tongue, blocks: LanguagePassage["blocks"]): LanguagePassage => ({
  kind: "language",
  id,
  place,
  ...tongue,
  blocks,
});
