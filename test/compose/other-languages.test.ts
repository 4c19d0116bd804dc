import { describe, expect, test } from "vitest";
import type { Block } from "../../pipeline/model/doc.ts";
import type { Inline } from "../../pipeline/model/inline.ts";
import { composed } from "./composed.ts";

const HEAD = '## Only {{section "only"}}\n\n';

async function blocks(prose: string): Promise<readonly Block[]> {
  const { value, problems } = await composed(HEAD + prose);
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value.doc.body[0]?.blocks ?? [];
}

const codes = async (prose: string): Promise<readonly string[]> =>
  (await composed(HEAD + prose)).problems.map(({ code }) => code);

const inlinesOf = (block: Block | undefined): readonly Inline[] => (block?.kind === "paragraph" ? block.inlines : []);

describe("words in another language", () => {
  test("are a span in a line, and a passage in a paragraph of their own", async () => {
    const [line, passage] = await blocks('They say {{lang "he" "שלום"}} there.\n\n{{lang "he" "שלום"}}');
    expect(inlinesOf(line)[1]).toMatchObject({ kind: "language", language: "he", direction: "rtl" });
    expect(passage).toMatchObject({ kind: "language", direction: "rtl", blocks: [{ kind: "paragraph" }] });
  });

  test("may hold Markdown: a quotation with its paragraphs, emphasis in a line", async () => {
    const [passage, line] = await blocks(
      '{{#lang "ar"}}\n> سلام\n>\n> سلام\n{{/lang}}\nSo {{#lang "he-Latn"}}sha*lom*{{/lang}}.',
    );
    expect(passage).toMatchObject({ kind: "language", blocks: [{ kind: "quote", blocks: [{}, {}] }] });
    expect(inlinesOf(line)[1]).toMatchObject({ direction: "ltr", children: [{ text: "sha" }, { kind: "emphasis" }] });
  });

  test("have numbers bound, which run and are spoken as the brief's language is", async () => {
    const [passage] = await blocks(
      '{{#lang "he"}}\nשלום {{figure anso.total_2022}} {{figure anso.total_2022 bare=true}}\n{{/lang}}',
    );
    const inlines = passage?.kind === "language" ? inlinesOf(passage.blocks[0]) : [];
    expect(inlines.filter(({ kind }) => kind === "language")).toMatchObject([
      { language: "en-GB", direction: "ltr", children: [{ kind: "figure" }] },
      { language: "he", direction: "ltr", children: [{ kind: "figure" }] },
    ]);
  });

  test.each([
    ["a number typed by hand", '{{#lang "he"}}\nשלום 23\n{{/lang}}', "prose/unbound-number"],
    ["one in another script's digits", '{{#lang "ar"}}\nسلام ٢٣\n{{/lang}}', "prose/unbound-number"],
    ["one in a span", 'So {{lang "fr" "23 fois"}}.', "prose/unbound-number"],
    ["a heading", '{{#lang "he"}}\n## שלום\n{{/lang}}', "template/not-allowed"],
    ["several paragraphs in a line", 'So {{#lang "fr"}}a\n\nb{{/lang}}.', "template/not-allowed"],
    ["a passage set apart", '{{#lang "fr"}}\n{{#callout "a"}}b{{/callout}}\n{{/lang}}', "template/arguments"],
    ["a tag that is none", '{{#lang "Hebrew!"}}\nשלום\n{{/lang}}', "template/arguments"],
    ["a letter that no typeface has", 'So {{lang "syr" "ܫܠܡܐ"}}.', "text/missing-glyph"],
  ])("are refused with %s", async (_, prose, code) => {
    expect(await codes(prose)).toContain(code);
  });

  test("may hold words that are numbers or directions in the brief's language alone", async () => {
    expect(await codes("So rose and six.")).toEqual(
      expect.arrayContaining(["prose/unbound-word", "prose/unbound-number"]),
    );
    const told = await codes('So {{lang "fr" "la rose et six"}}.');
    expect(told.filter((code) => code.startsWith("prose/"))).toEqual([]);
  });
});
