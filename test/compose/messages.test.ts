import { expect, test } from "vitest";
import { SMALL_BRIEF } from "../load/small-brief.ts";
import { composed, problemLines } from "./composed.ts";

const TABLE = SMALL_BRIEF["templates/small/tables/shares.yaml"] ?? "";

const told = async (prose: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> =>
  (await composed(`${prose}\n`, files)).problems
    .filter(({ level }) => level === "error")
    .map(({ place, message, hint }) => `${place.line}:${place.column} ${message} | ${hint ?? ""}`);

test.each([
  ["It is\n{{note “bai-2018”}}", '2:8 The quotes of “bai-2018” are curly | write straight ones: "bai-2018"'],
  [
    "{{says “more than half” anso.research.share ”>50”}}",
    '1:8 The quotes of “more than half” are curly | write straight ones: "more than half"',
  ],
  ["{{move anso.research.shift up=„rose“}}", '1:31 The quotes of „rose“ are curly | write straight ones: "rose"'],
  ['One\n\n{{see "shares" and\n\nmore {{see "anso"}}', "3:1 Nothing closes this {{ | write }} where the helper ends"],
  ['One {{see "shares"', "1:5 Nothing closes this {{ | write }} where the helper ends"],
  [
    'One {{see "shares"}}\n\n{{!-- aside {{see "anso"}}',
    "3:1 Nothing closes this {{ | write --}} where the comment ends",
  ],
  ['One\n\n{{#callout "Aside"}}\nText\n\nMore', "3:1 {{#callout}} is not closed | write {{/callout}} where it ends"],
  [
    'One\n\n{{callout "Aside"}}\nText\n{{/callout}}',
    '3:1 {{callout}} has text inside, up to {{/callout}}, and begins without # | write {{#callout "Aside"}}',
  ],
  ['{{note "bai-2018”}}', '1:17 The quotes of ” are curly | the quotes of helpers are straight: "…"'],
  ["Text\n{{else}}\nmore", "2:1 {{else}} stands in no block | write it between {{#if …}} and {{/if}}"],
  ["Text\n{{/callout}}", "2:1 {{/callout}} closes what was not opened | write {{#callout …}} where it begins"],
  [
    '{{callout "Aside"}}',
    "1:3 callout has text inside, and begins with # | write {{#callout …}}, the text, and {{/callout}}",
  ],
  [
    '{{#callout "A"}}{{#lang "fr"}}x{{/callout}}',
    "1:17 {{#lang}} is not closed before {{/callout}} | write {{/lang}} where it ends",
  ],
  [
    "One\n{{figure a..b!}}",
    '2:1 {{figure a..b!}} cannot be read | write it as {{figure x}} or {{see "name"}}: a name, then what it is given',
  ],
])("%j", async (prose, line) => {
  expect(await told(prose)).toEqual([line]);
});

test.each([
  "{{!-- a “comment” with {{ in it --}}It is",
  'He said “so”, and {{abbr "BRI" "a “road”"}}',
  "{{#if anso}}{{else}}“so”{{/if}}",
])("%s may hold curly quotes", async (prose) => {
  expect((await told(prose)).join()).not.toContain("curly");
});

test("a dataset and a row are no figure", async () => {
  expect(await told("Text {{count anso}}")).toEqual([
    expect.stringContaining("1:6 count needs a list, and anso is a dataset of"),
  ]);
  expect((await told("{{figure anso}}"))[0]).toContain(
    "figure needs a figure, and anso is a whole dataset | name one of its figures",
  );
  expect((await told("{{figure anso.research}}"))[0]).toContain("figure needs a figure, and this is a whole row");
});

test("a mistyped table is told once, and not again of what refers to it", async () => {
  expect(await told('{{table "share"}}\n\nSee {{see "shares"}}.')).toEqual([
    expect.stringContaining("The template has no table called share | did you mean shares?"),
  ]);
  expect(await told('See {{see "shares"}}.')).toEqual([
    '1:5 No table, chart or section of this brief is called shares | the template has a table of that name: show it with {{table "shares"}}',
  ]);
});

test("a name that a table and a section bear", async () => {
  const prose = (see: string): string =>
    `## Shares {{section "shares"}}\n\n{{table "shares"}}\n\nSee {{see "${see}"}}.`;
  expect(await told(prose("shares"))).toEqual([
    '5:5 Both a section and a table are called shares | write {{see "section shares"}} or {{see "table shares"}}',
  ]);
  expect(await told(prose("chart shares"))).toEqual([
    '5:5 No chart of this brief is called shares | a section is: {{see "section shares"}}',
  ]);
  expect(await told(prose("section shares"))).toEqual([]);
  expect(await told(prose("table shares"))).toEqual([]);
});

test("the hint of a word that ranks is a helper as it is written", async () => {
  expect((await told("It is the largest"))[0]).toContain('{{says "the largest" ID "rank 1"}}');
  expect(TABLE).not.toBe("");
  expect(problemLines(await composed('{{says "the largest" anso.research.share "rank 1"}}\n')).join()).not.toContain(
    "syntax",
  );
});
