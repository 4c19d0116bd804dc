import { describe, expect, test } from "vitest";
import { composed, composedSample, problemLines } from "./composed.ts";

const PROSE = "templates/belt-and-road-science/prose.md.hbs";
const SUMMARY = ` Their money
{{move anso.research.shift up="rose" down="fell"}} by {{about anso.research.shift}}, while the budget as a whole
{{move anso.total_shift up="grew" down="shrank"}}.`;
const SECTION = ` The money tells another
story: research projects {{move anso.research.shift up="gain" down="lose"}} {{about anso.research.shift}}.`;
const ALT = `, although their money {{move anso.research.shift up="rises" down="falls"}}`;

describe("a share's direction without its money's, which is the opposite", () => {
  test("the sample says both wherever it says one", async () => {
    const { problems } = await composedSample();
    expect(problems.filter((each) => each.code === "word/base-change")).toEqual([]);
  });

  test.each([
    ["summary", PROSE, SUMMARY, "The accounts of the Alliance"],
    ["section on ANSO", PROSE, SECTION, "Looked at as shares"],
  ])("in the %s of the sample, without its sentence on research's money, is a warning", async (_, file, cut, start) => {
    const { value, problems } = await composedSample([[file, cut, ""]]);
    const found = problems.filter((each) => each.code === "word/base-change");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      level: "warning",
      message:
        "This paragraph says that the share of Research projects fell, but its money rose by about CNY 6.5 million (5.05 to 7.97)",
      arithmetic: "23 % of 147 − 30 % of 91 = CNY 6.51 million, anything from 5.05 to 7.97",
      hint: "say here too how the money moved: {{move anso.research.shift …}} or {{about anso.research.shift}}",
    });
    expect(found[0]?.about).toEqual(expect.arrayContaining(["anso.research.shift_pp", "anso.research.shift"]));
    const line = value?.template.prose.text.split("\n")[(found[0]?.place.line ?? 0) - 1] ?? "";
    expect(line.startsWith(start)).toBe(true);
  });

  test("in a chart's words is a warning at the words", async () => {
    const file = "templates/belt-and-road-science/charts/anso-shares.yaml";
    const { problems } = await composedSample([[file, ALT, ""]]);
    const found = problems.filter((each) => each.code === "word/base-change");
    expect(found.map((each) => [each.place.file, each.message.slice(0, 16)])).toEqual([[file, "This chart says "]]);
  });

  // Research: 30 % of 91 became 23 % of 147, so its share fell and its money rose.
  const data = {
    "data/b/cake.yaml": `title: Cake
source: bai-2018
figures:
  early: { value: 91, unit: CNY million }
  late: { value: 147, unit: CNY million }
columns: { who: { type: id }, label: { type: text }, then: { unit: "% of early" }, now: { unit: "% of late" } }
rows: [{ who: we, label: Research, then: 30, now: 23 }, { who: you, label: Grants, then: 42, now: 56 }]
derive:
  each: { was: then * early, is: now * late, shift: is - was, points: "pp(now, then)" }
`,
  };
  const found = async (prose: string): Promise<readonly string[]> =>
    problemLines(await composed(`${prose}\n`, data)).filter((line) => line.startsWith("word/base-change"));
  const fell = '{{move cake.we.points up="rose" down="fell"}}';

  test.each([
    `It ${fell}.`,
    "It changed by {{about cake.we.points}}.",
    "It went from {{figure cake.we.then}} to {{figure cake.we.now}}.",
    "It went to {{figure cake.we.now}} from {{figure cake.we.then}}.",
    `- An item\n- It ${fell}.`,
    `{{#callout "Mind"}}\nIt ${fell}.\n{{/callout}}`,
    '{{#key-figures}}\n{{#key cake.we.points}}{{move cake.we.points up="more" down="less"}}{{/key}}\n{{/key-figures}}',
    `The money: {{about cake.we.shift}}.\n\nIt ${fell}.`,
    `It ${fell}, one amount is {{about cake.we.was}}.`,
  ])("%s is a warning", async (prose) => {
    expect(await found(prose)).toHaveLength(1);
  });

  test.each([
    `It ${fell}, the money {{move cake.we.shift up="rose" down="fell"}}.`,
    `It ${fell}.\nThe money: {{range cake.we.shift}}.`,
    `It ${fell}, from {{about cake.we.was}} to {{about cake.we.is}} in money.`,
    "They were {{figure cake.we.then}} and {{figure cake.we.now}}.",
    '{{move cake.you.points up="Rose" down="Fell"}}.',
    "Only the money: {{about cake.we.shift}}.",
  ])("%s is none", async (prose) => {
    expect(await found(prose)).toEqual([]);
  });

  test("where no formula gives the money, the hint says how to derive it", async () => {
    const only = { "data/b/cake.yaml": data["data/b/cake.yaml"].replace("shift: is - was, ", "") };
    const outcome = await composed(`It ${fell}.\n`, only);
    expect(outcome.problems.find((each) => each.code === "word/base-change")?.hint).toContain("new share * new whole");
  });
});
