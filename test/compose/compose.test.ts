import { describe, expect, test } from "vitest";
import { plainText } from "../../pipeline/model/inline.ts";
import { allBlocks } from "../../pipeline/model/doc-walk.ts";
import { SMALL_BRIEF } from "../load/small-brief.ts";
import { composed, firstInlines, firstText, problemLines } from "./composed.ts";

const NBSP = "\u00A0";

describe("numbers in prose", () => {
  test.each([
    ["{{figure anso.research.share_2021}}", `30${NBSP}per cent`],
    ["{{figure anso.research.share_2022 decimals=1}}", `23.0${NBSP}per cent`],
    ["{{figure anso.total_2021}}", `CNY${NBSP}91${NBSP}million`],
    ["{{figure anso.universities}}", "more than 150 universities"],
    ["{{figure anso.universities bare=true}}", "150"],
    ["{{figure anso.themes words=true}}", "three"],
    ["{{figure anso.themes ordinal=true}}", "third"],
    ['{{count anso.themes words=true noun="themes"}}', "three themes"],
    ["{{list anso.themes}}", "environmental change, coastal zones and water"],
    ["{{text anso.other.label}}", "Others, all"],
    ["{{figure anso.research.shift decimals=2 sign=true}}", `+CNY${NBSP}6.51${NBSP}million`],
    ["{{about anso.research.shift}}", `about CNY${NBSP}7${NBSP}million`],
    ["{{about anso.research.shift word=false bare=true}}", "7"],
    ["{{range anso.research.shift decimals=1}}", `between CNY${NBSP}5.7${NBSP}million and CNY${NBSP}7.4${NBSP}million`],
    ['{{move anso.research.shift up="rose" down="fell"}}', "rose"],
    ['{{says "more than a few" anso.research.shift ">5"}}', "more than a few"],
  ])("%s prints %s", async (prose, text) => {
    expect(firstText(await composed(`${prose}\n`))).toBe(text);
  });

  test("a bound number carries its figure, its value, and the place where it was called", async () => {
    const [, figure] = firstInlines(await composed("Research took\n{{figure anso.research.share_2021}}.\n"));
    expect(figure).toMatchObject({ kind: "figure", figure: "anso.research.share_2021", value: "30", class: "data" });
    expect(figure?.place).toMatchObject({ file: "templates/small/prose.md.hbs", line: 2, column: 1 });
  });

  test("a key figure below zero keeps its sign, for no bound word stands beside it", async () => {
    const file = "data/b/anso.yaml";
    const anso = SMALL_BRIEF[file] ?? "";
    const turned = anso.replace("total_shift: total_2022 - total_2021", "total_shift: total_2021 - total_2022");
    const keyText = async (options: string, data: string): Promise<string> => {
      const key = `{{key "for research" anso.total_shift format="about" ${options}}}`;
      const { value } = await composed(`{{#key-figures}}\n${key}\n{{/key-figures}}\n`, { [file]: data });
      const numbers = (value ? allBlocks(value.doc) : []).flatMap((block) =>
        block.kind === "keyFigures" ? block.entries.map(({ number }) => plainText(number)) : [],
      );
      return numbers.join();
    };
    expect(await keyText("", turned)).toMatch(/^about \u2212CNY.\d/);
    expect(await keyText("", anso)).toMatch(/^about CNY.\d/);
  });

  test("the label of a key figure holds bound words, and one that tells its direction takes its sign away", async () => {
    const file = "data/b/anso.yaml";
    const anso = SMALL_BRIEF[file] ?? "";
    const turned = anso.replace("total_shift: total_2022 - total_2021", "total_shift: total_2021 - total_2022");
    const prose =
      '{{#key-figures}}\n{{#key anso.total_shift format="about"}}\n{{move anso.total_shift up="more" down="less"}} to *spend*\n{{/key}}\n{{/key-figures}}\n';
    const read = async (data: string): Promise<string> => {
      const { value } = await composed(prose, { [file]: data });
      const entries = (value ? allBlocks(value.doc) : []).flatMap((block) =>
        block.kind === "keyFigures" ? block.entries : [],
      );
      return entries.map(({ number, label }) => `${plainText(number)} ${plainText(label)}`).join();
    };
    expect(await read(anso)).toBe(`about CNY${NBSP}56${NBSP}million more to spend`);
    expect(await read(turned)).toBe(`about CNY${NBSP}56${NBSP}million less to spend`);
  });

  test("a loop over rows reaches the row's figures", async () => {
    const outcome = await composed(
      "{{#each anso.rows as |row|}}{{text row.label}}: {{figure row.share_2021}}; {{/each}}\n",
    );
    expect(firstText(outcome)).toBe(`Research projects: 30${NBSP}per cent; Others, all: 70${NBSP}per cent;`);
  });

  test("a loop reaches the figures of other datasets as the text around it does", async () => {
    const text = async (name: string): Promise<string> =>
      firstText(await composed(`{{#each anso.rows as |${name}|}}{{figure anso.research.share_2021}}; {{/each}}\n`));
    expect(await text("row")).toMatch(/^30.per cent; 30.per cent;$/);
  });

  test("the ledger says where each figure is shown, and counts them by class", async () => {
    const outcome = await composed(
      "## Money\n\n{{figure anso.total_2021}} and {{about anso.research.shift}}; {{figure anso.universities}}\n",
    );
    const ledger = outcome.value?.ledger;
    expect(ledger?.figures["anso.total_2021"]?.shown).toEqual([
      { text: `CNY${NBSP}91${NBSP}million`, kind: "number", where: "money-1" },
    ]);
    expect(ledger?.coverage).toEqual({ data: 1, derived: 1, literature: 1, untraced: 0 });
  });
});

describe("what may not be typed", () => {
  test.each([
    ["It took 23 per cent.", 'prose/unbound-number 1:9 "23" is bound to nothing'],
    ["A line\nwith **seven** themes.", 'prose/unbound-number 2:8 "seven" is bound to nothing'],
    ["Half of it.", 'prose/unbound-number 1:1 "Half" is bound to nothing'],
    ["In 1999 it came.", 'prose/unbound-number 1:4 "1999" is bound to nothing'],
    ["On 31 March 2015.", 'prose/unbound-number 1:4 "31 March 2015" is bound to nothing'],
    ["The G20 met.", 'prose/unbound-number 1:5 "G20" is bound to nothing'],
    ["## Our 5 aims\n\nText.", 'prose/unbound-number 1:8 "5" is bound to nothing'],
    ["Up ½ a point", 'prose/unbound-number 1:4 "½" is bound to nothing'],
    [
      "{{about anso.research.shift}} more.",
      'prose/unbound-word 1:31 "more" compares a number, and is bound to nothing',
    ],
    [
      '{{#key-figures}}\n{{key "more for all" anso.total_shift}}\n{{/key-figures}}',
      'prose/unbound-word 2:1 "more" compares a number, and is bound to nothing',
    ],
    [
      "{{#key-figures}}\n{{#key anso.total_shift}}for a *higher* aim{{/key}}\n{{/key-figures}}",
      'prose/unbound-word 2:33 "higher" compares a number, and is bound to nothing',
    ],
    [
      "{{#key-figures}}\n{{#key anso.total_shift}} {{/key}}\n{{/key-figures}}",
      "template/arguments 2:1 key needs a label",
    ],
  ])("%s", async (prose, line) => {
    expect(problemLines(await composed(`${prose}\n`)).filter((each) => !each.startsWith("discrepancy"))).toEqual([
      line,
    ]);
  });

  test.each([
    "In March 2015 and 2013.",
    "On 30 March 2015.",
    "The Thousand Talents programme.",
    "In 2021.",
    "On 19 April 2018.",
    "One of them came first.",
    "The {{figure anso.total_2021}} paid for a higher aim, and more.",
  ])("%s may stand", async (prose) => {
    expect(problemLines(await composed(`${prose}\n`)).filter((line) => !line.startsWith("discrepancy"))).toEqual([]);
  });
});

describe("templates that are wrong", () => {
  test.each([
    [
      "Text {{figure anso.reserch.shift}}.",
      "template/unknown-figure 1:15 There is no figure anso.reserch.shift: anso has no reserch",
    ],
    [
      "{{figure anso.total_2021.value}}",
      "template/unknown-figure 1:10 anso.total_2021 is one thing: nothing is called value below it",
    ],
    ["{{figur anso.total_2021}}", "template/unknown-helper 1:3 There is no helper called figur"],
    ["{{anso.total_2021}}", "template/unknown-helper 1:3 There is no helper called anso.total_2021"],
    ["{{{figure anso.total_2021}}}", "template/not-allowed 1:1 Templates may not use raw output ({{{ or {{&)"],
    ["{{^if anso}}x{{/if}}", "template/not-allowed 1:1 Templates may not use a block that begins with ^"],
    ["{{> other}}", "template/not-allowed 1:1 Templates may not use partials or decorators"],
    ["{{figure anso.total_2021 decimal=1}}", "template/arguments 1:1 figure has no option decimal"],
    ['{{figure "anso.total_2021"}}', "template/arguments 1:1 figure needs a figure"],
    ['{{note "bai-2081"}}', "name/unknown 1:1 No source is called bai-2081"],
    ['{{see "nowhere"}}', "name/unknown 1:1 No table, chart or section of this brief is called nowhere"],
    [
      '{{says "a lot" anso.research.shift ">7"}}',
      'word/undetermined 1:1 Rounding hides whether "a lot" is true of anso.research.shift',
    ],
    ['{{says "a lot" anso.research.shift ">70"}}', 'word/false 1:1 "a lot" is not true of anso.research.shift'],
    [
      '{{move anso.research.shift down="fell"}}',
      "word/undetermined 1:1 anso.research.shift went up, and no word is given for that",
    ],
    ["<b>bold</b>", "template/not-allowed 1:1 Markdown of this kind (html) has no place in a brief"],
    ["[x](javascript:alert)", "prose/link 1:1 A brief may not link to javascript:alert"],
    ["# Title", "template/not-allowed 1:1 Headings are ##, ### or ####"],
  ])("%s", async (prose, line) => {
    expect(problemLines(await composed(`${prose}\n`))).toContain(line);
  });

  test("a template that cannot be read is a problem with its line", async () => {
    const outcome = await composed('Fine.\n\n{{#callout "x"}}\nnever closed\n');
    expect(outcome.problems[0]).toMatchObject({ code: "template/syntax", level: "error" });
    expect(outcome.problems[0]?.place.line).toBeGreaterThan(2);
  });
});

describe("notes", () => {
  test("are numbered in the order of the text, and a repeated source is Ibid. or its earlier note", async () => {
    const outcome = await composed(
      'A.{{note "bai-2018"}} B.{{note "bai-2018"}} C.{{note "anso-annual-reports"}} D.{{note "bai-2018"}}\n',
    );
    const notes = outcome.value?.doc.notes.map((note) =>
      note.inlines.map((inline) => ("text" in inline ? inline.text : "")).join(""),
    );
    expect(notes?.[0]).toContain("Chunli Bai, “Road, rail”, 32, 19 April 2018, pp.\u00A0130–131.");
    expect(notes?.slice(1)).toEqual(["Ibid.", expect.stringContaining("ANSO, "), "Bai, “Road, rail” (note 1)."]);
  });

  test("say Ibid. alone of the same place, name other pages, and name a work again after a page of it", async () => {
    const note = (pages?: string): string => `A.{{note "bai-2018"${pages === undefined ? "" : ` pages="${pages}"`}}}`;
    const other = 'B.{{note "anso-annual-reports"}}';
    const cites = [note("103"), note("103"), note("105-6"), note(), note(), note("103"), other, note("7"), note()];
    const outcome = await composed(`${cites.join(" ")}\n`);
    const [first, ...rest] = (outcome.value?.doc.notes ?? []).map(({ inlines }) => plainText(inlines));
    expect(first).toMatch(/^Chunli Bai, .*, p\.\u00A0103\.$/);
    expect(rest).toEqual([
      "Ibid.",
      "Ibid., pp.\u00A0105–6.",
      "Bai, “Road, rail” (note 1).",
      "Ibid.",
      "Ibid., p.\u00A0103.",
      expect.stringContaining("ANSO, "),
      "Bai, “Road, rail” (note 1), p.\u00A07.",
      "Bai, “Road, rail” (note 1).",
    ]);
  });
});

describe("blocks", () => {
  test("sections take ids from headings, blocks from sections", async () => {
    const outcome = await composed(
      'Before.\n\n## First aims\n\nText.\n\n- a\n- b\n\n### Below\n\nMore.\n\n## Last {{section "end" role="about"}}\n\nEnd.\n',
    );
    const body = outcome.value?.doc.body ?? [];
    expect(body.map(({ id, role, level }) => ({ id, role, level }))).toEqual([
      { id: "introduction", role: "introduction", level: 1 },
      { id: "first-aims", role: "text", level: 1 },
      { id: "end", role: "about", level: 1 },
    ]);
    expect(body[1]?.blocks.map((block) => block.id)).toEqual(["first-aims-1", "first-aims-2", "below"]);
  });

  test("a table has its heads, its rows and its total, all bound", async () => {
    const outcome = await composed('See {{see "shares"}}.\n\n{{table "shares"}}\n');
    const table = outcome.value?.doc.body[0]?.blocks[1];
    if (table?.kind !== "table") throw new Error("no table");
    expect(table.headers.map((row) => row.map((cell) => [cell.scope, cell.columnSpan, cell.rowSpan]))).toEqual([
      [
        ["column", 1, 2],
        ["columnGroup", 1, 1],
      ],
      [["column", 1, 1]],
    ]);
    expect(table.rows.map((row) => [row.kind, row.cells[1]?.inlines[0]])).toMatchObject([
      ["body", { kind: "figure", text: "+30.0", figure: "anso.research.share_2021" }],
      ["body", { kind: "figure", text: "+70.0" }],
      ["total", { kind: "figure", text: "+91", figure: "anso.total_2021" }],
    ]);
    expect(firstText(outcome)).toBe(`See Table${NBSP}1.`);
  });

  test("callouts and key figures are blocks of their own", async () => {
    const outcome = await composed(
      'Text.\n\n{{#callout "Mind"}}\nInner {{figure anso.total_2021}}.\n{{/callout}}\n{{#key-figures}}\n{{key "in all" anso.total_2021}}\n{{/key-figures}}\nMore.\n',
    );
    expect(outcome.value?.doc.body[0]?.blocks.map((block) => block.kind)).toEqual([
      "paragraph",
      "callout",
      "keyFigures",
      "paragraph",
    ]);
  });

  test("a recorded discrepancy that nothing shows is a warning; a mark leads to its entry", async () => {
    expect(problemLines(await composed("Text.\n"))).toEqual([
      "discrepancy/not-shown 1:1 The discrepancy dbar-themes is shown nowhere in the brief",
    ]);
    const file = {
      "data/b/discrepancies.yaml": "dbar-themes: { at: [], found: 2023-06-20, says: More., resolution: Less. }\n",
    };
    const shown = await composed('Text.{{discrepancy "dbar-themes"}}\n', file);
    expect(shown.value?.doc.discrepancies).toMatchObject([
      { letter: "a", id: "discrepancy-a", foundText: "20 June 2023" },
    ]);
  });

  test("a character that no typeface has is a problem where it stands", async () => {
    expect(problemLines(await composed("Fine.\n\nA snowman ☃ here.\n"))).toContainEqual(
      expect.stringMatching(/^text\/missing-glyph 3:1 /),
    );
  });

  test("the Doc survives a round trip through JSON", async () => {
    const doc = (await composed('See {{see "shares"}}.\n\n{{table "shares"}}\n')).value?.doc;
    expect(JSON.parse(JSON.stringify(doc))).toEqual(doc);
  });
});
