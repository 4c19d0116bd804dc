import { describe, expect, test } from "vitest";
import { composed, firstText, problemLines } from "./composed.ts";

// Half-up shares of exact totals: a rises surely, b falls surely, c may do either; a is surely the largest.
const MONEY = {
  "data/b/money.yaml": `title: Money
source: bai-2018
rounding: half-up
figures:
  early: { value: 100, unit: CNY million, rounding: exact, period: 2021 }
  late: { value: 200, unit: CNY million, rounding: exact, period: 2022 }
  most: { value: 150, unit: count of towns, qualifier: more than, rounding: exact }
columns:
  sector: { type: id }
  label: { type: text }
  then: { unit: "% of early", period: 2021 }
  now: { unit: "% of late", period: 2022 }
rows:
  - { sector: a, label: Alpha, then: 50, now: 65 }
  - { sector: b, label: Beta, then: 30, now: 24 }
  - { sector: c, label: Gamma, then: 20, now: 11 }
derive:
  each:
    was: then * early
    is: now * late
    shift: is - was
    points: pp(now, then)
    growth: change(is, was)
    ratio: is / was
  once:
    added: late - early
    apart: pp(b.now, c.now)
`,
};

const lines = async (prose: string): Promise<readonly string[]> =>
  problemLines(await composed(`${prose}\n`, MONEY)).filter((line) => !line.startsWith("discrepancy"));
const text = async (prose: string): Promise<string> => firstText(await composed(`${prose}\n`, MONEY));

describe("move", () => {
  test.each([
    ['{{move money.a.shift up="fell" down="rose"}}', '"fell" is given for up, and is a word for down'],
    ['{{move money.a.shift up="rose" down="rose"}}', '"rose" is given for down, and is a word for up'],
    ['{{move money.a.shift up="rose" same="gained"}}', '"gained" is given for same, and is a word for up'],
    ['{{move money.a.shift up="did not rise"}}', '"did not rise" is given for up, and is a word for down or same'],
    ['{{move money.a.shift up="less" down="more"}}', '"less" is given for up, and is a word for down'],
    ['{{move money.a.shift up="more" down="larger"}}', '"larger" is given for down, and is a word for up'],
    [
      '{{move money.a.shift up="more" undetermined="more"}}',
      '"more" says a direction, and is given for where none is decided',
    ],
    [
      '{{move money.a.shift up="rose" undetermined="fell"}}',
      '"fell" says a direction, and is given for where none is decided',
    ],
  ])("%s is stopped, whatever the figures decide", async (prose, message) => {
    expect(await lines(prose)).toContain(`word/wrong-way 1:1 ${message}`);
  });

  test("a word that the language does not know is a warning, which names the file", async () => {
    const outcome = await composed('{{move money.a.shift up="rocketed" down="fell"}}\n', MONEY);
    expect(outcome.problems).toContainEqual(
      expect.objectContaining({
        code: "word/unknown",
        level: "warning",
        hint: "add it to directions, up, in templates/house/languages/en.yaml",
      }),
    );
  });

  test("a longer word of the list counts where it holds another", async () => {
    expect(await text('{{move money.b.points up="rose" down="gave up its gains and fell"}}')).toContain("gave up");
  });

  test("a negated word may stand for the other direction", async () => {
    expect(await text('{{move money.b.points up="rose" down="did not rise"}}')).toBe("did not rise");
  });

  test("a ratio moves as it compares with one", async () => {
    expect(await text('{{move money.a.ratio up="rose" down="fell"}}')).toBe("rose");
    const less = { "data/b/money.yaml": MONEY["data/b/money.yaml"].replace("now: 65", "now: 20") };
    expect(firstText(await composed('{{move money.a.ratio up="rose" down="fell"}}\n', less))).toBe("fell");
  });

  test("a share, which is a level, does not move", async () => {
    expect(await lines('{{move money.a.now up="rose" down="fell"}}')).toContain(
      "template/arguments 1:1 money.a.now (% of money.late) is a level, which has no direction",
    );
  });
});

describe("says", () => {
  test.each([
    ['{{says "a lot" money.a.now ">64"}}', "a lot"],
    ['{{says "not a lot" money.b.now "not >64"}}', "not a lot"],
    ['{{says "elsewhere" money.b.now "not 30..40"}}', "elsewhere"],
    ['{{says "ahead" money.a.now "> money.b.now"}}', "ahead"],
    ['{{says "behind" money.b.now "not > money.a.now"}}', "behind"],
    ['{{says "the largest" money.a.now "rank 1"}}', "the largest"],
    ['{{says "the smallest" money.c.now "rank -1"}}', "the smallest"],
    ['{{says "in the middle" money.b.now "rank 2"}}', "in the middle"],
    ['{{says "no leader" money.b.now "not rank 1"}}', "no leader"],
    ['{{says "more than doubled" money.a.ratio}}', "more than doubled"],
    ['{{says "more than doubled" money.a.growth}}', "more than doubled"],
    ['{{says "rose sharply" money.a.shift ">50"}}', "rose sharply"],
    ['{{says "rose" money.a.ratio}}', "rose"],
    ['{{says "lost ground" money.b.now "< money.b.then"}}', "lost ground"],
    ['{{says "more than doubled" money.a.ratio ">2.2"}}', "more than doubled"],
    ['{{says "a quarter" money.b.now ">24" undetermined="about a quarter"}}', "about a quarter"],
    ['It is {{says "large" money.b.now ">50" otherwise="small"}}.', "It is small."],
    ['It is {{says "large" money.a.now ">50" otherwise="small"}}.', "It is large."],
    ['It is{{says " the largest" money.b.now "rank 1" otherwise=""}} there.', "It is there."],
  ])("%s prints %s", async (prose, words) => {
    expect(await text(prose)).toBe(words);
  });

  test.each([
    ['{{says "more than doubled" money.a.ratio ">1"}}', 'word/false 1:1 "more than doubled" needs >2'],
    ['{{says "more than doubled" money.b.ratio}}', 'word/false 1:1 "more than doubled" is not true of money.b.ratio'],
    ['{{says "not more than doubled" money.a.ratio}}', 'word/false 1:1 "not more than doubled" is not true of'],
    ['{{says "the largest" money.b.now "rank 1"}}', 'word/false 1:1 "the largest" is not true of money.b.now'],
    ['{{says "first" money.a.now "not rank 1"}}', 'word/false 1:1 "first" is not true of money.a.now'],
    ['{{says "ahead" money.c.now "> money.b.now"}}', 'word/false 1:1 "ahead" is not true of money.c.now'],
    [
      '{{says "a quarter" money.b.now ">24" otherwise="less"}}',
      'word/undetermined 1:1 Rounding hides whether "a quarter" is true of',
    ],
    [
      '{{says "rose sharply" money.b.points ">50" otherwise="rose"}}',
      'word/false 1:1 "rose" is not true of money.b.points',
    ],
    ['{{says "a quarter" money.b.now ">24"}}', 'word/undetermined 1:1 Rounding hides whether "a quarter" is true of'],
    ['{{says "fell" money.a.shift ">0"}}', 'word/false 1:1 "fell" needs <0, and its condition is >0'],
    ['{{says "fell" money.a.ratio "<2.5"}}', 'word/false 1:1 "fell" needs <1, and its condition is <2.5'],
    ['{{says "rose" money.b.points}}', 'word/false 1:1 "rose" is not true of money.b.points'],
    ['{{says "big" money.a.now}}', 'template/arguments 1:1 What "big" needs of % of money.late'],
    ['{{says "big" money.a.now "about 2"}}', 'template/arguments 1:1 "about 2" is no condition'],
    ['{{says "big" money.a.now "> money.added"}}', "template/arguments 1:1 money.a.now (% of money.late) cannot be"],
    ['{{says "big" money.a.now "> money.nothing"}}', "template/unknown-figure 1:1 There is no figure money.nothing"],
    ['{{says "big" money.added "rank 1"}}', "template/arguments 1:1 money.added is no cell of a column"],
    ['{{move money.most up="rose"}}', 'template/arguments 1:1 money.most is "more than" so much'],
    ['{{says "big" money.most ">100"}}', 'template/arguments 1:1 money.most is "more than" so much'],
  ])("%s is a problem", async (prose, line) => {
    expect((await lines(prose)).map((each) => each.slice(0, line.length))).toContain(line);
  });

  test("a difference that a formula derives decides where the two intervals alone would not", async () => {
    // The shares of one total move together: 2 to 1 whatever the total, though the amounts' intervals overlap.
    const files = {
      "data/b/cake.yaml": `title: Cake
source: bai-2018
rounding: half-up
figures:
  whole: { value: 3, unit: CNY million }
  more: { value: 52.0, unit: "% of whole" }
  less: { value: 48.0, unit: "% of whole" }
derive:
  once:
    a: more * whole
    b: less * whole
`,
    };
    const prose = '{{says "more" cake.a "> cake.b"}}\n';
    expect(problemLines(await composed(prose, files)).join()).toContain("word/undetermined");
    const derived = { "data/b/cake.yaml": `${files["data/b/cake.yaml"]}    apart: a - b\n` };
    expect(firstText(await composed(prose, derived))).toBe("more");
    expect(problemLines(await composed('{{says "more" cake.b "> cake.a"}}\n', derived)).join()).toContain("word/false");
  });

  test("a place among figures that overlap is undetermined, and so is one in a column with a gap", async () => {
    const near = { "data/b/money.yaml": MONEY["data/b/money.yaml"].replace("now: 65", "now: 24") };
    const outcome = await composed('{{says "the largest" money.a.now "rank 1"}}\n', near);
    expect(problemLines(outcome).join()).toContain("word/undetermined");
    expect(outcome.problems.map((each) => each.arithmetic).join()).toContain("money.b.now may be as great");
  });
});

describe("from … to …", () => {
  const from = "from {{figure money.b.then bare=true}} to {{figure money.b.now}}";
  const back = "from {{figure money.b.now bare=true}} to {{figure money.b.then}}";
  const fell = '{{move money.b.points up="rose" down="fell"}}';

  test.each([
    `The share ${fell} ${from}, its money {{about money.b.shift}}.`,
    `The share ${fell} to {{figure money.b.now}} from {{figure money.b.then}}, its money {{about money.b.shift}}.`,
    `It went ${from}, and then came {{about money.b.shift}}.`,
    "From {{figure money.a.then}} to {{figure money.b.then}} it is far.",
    `Money {{move money.b.shift up="rose" down="fell"}} while the share moved ${from}.`,
  ])("%s is in order", async (prose) => {
    expect(await lines(prose)).toEqual([]);
  });

  test.each([
    [`The share ${fell} ${back}.`, '"fell … from 24 to 30 per cent" has the later number first'],
    [`The share ${fell} to {{figure money.b.then}} from {{figure money.b.now}}.`, "has the later number first"],
    [`It went ${back}.`, "goes back in time"],
    [`It ${fell} from {{figure money.a.then}} to {{figure money.a.now}}.`, "gives the numbers of something else"],
    [`It ${fell} fast, from {{figure money.a.then}} to {{figure money.a.now}}.`, "goes the other way than its word"],
    [`- An item\n- It **went ${back}**.`, "goes back in time"],
  ])("%s is not", async (prose, message) => {
    const found = (await lines(prose)).filter((line) => line.startsWith("word/order"));
    expect(found.join("\n").replaceAll("\u00A0", " ")).toContain(message);
  });

  test.each([
    `It ${fell} to {{figure money.b.now}}, its money {{about money.b.shift}}.`,
    `It ${fell} by {{about money.b.points}}, its money {{about money.b.shift}}.`,
    `Its money {{move money.a.shift up="rose" down="fell"}} by {{about money.a.growth}}.`,
    `Its money {{move money.a.shift up="rose" down="fell"}} in {{figure money.most}}.`,
  ])("%s gives the word's own number", async (prose) => {
    expect(await lines(prose)).toEqual([]);
  });

  test.each([
    [`It ${fell} to {{figure money.b.then}}, its money {{about money.b.shift}}.`, "gives money.b.then"],
    [`It ${fell} to {{figure money.c.now}}, its money {{about money.b.shift}}.`, "gives money.c.now"],
    [`It ${fell} by {{about money.a.points}}, its money {{about money.b.shift}}.`, "which went the other way"],
    [`Money {{move money.a.shift up="rose" down="fell"}} {{about money.b.shift}}.`, "the change of something else"],
    [`Money {{move money.a.shift up="rose" down="fell"}} by some {{about money.c.points}}.`, "went the other way"],
    [
      '{{about money.a.shift}} {{move money.c.shift up="more" down="less" undetermined="more or less"}}.',
      "something else",
    ],
    [
      '{{#key-figures}}\n{{#key money.a.shift}}{{move money.b.points up="more" down="less"}}{{/key}}\n{{/key-figures}}',
      "tells of money.b.points and gives money.a.shift, which went the other way",
    ],
  ])("%s does not", async (prose, message) => {
    const found = (await lines(prose)).filter((line) => line.startsWith("word/order"));
    expect(found.join("\n")).toContain(message);
  });

  test("a full stop ends the reach of a word", async () => {
    const prose = `It ${fell}. From {{figure money.a.then}} to {{figure money.a.now}} is a long way, and so is {{about money.b.shift}}.`;
    expect(await lines(prose)).toEqual([]);
  });
});

describe("a check that is switched off", () => {
  test.each([
    ["word/wrong-way", '{{move money.a.shift up="fell" down="rose"}}', "fell"],
    ["word/undetermined", '{{move money.a.shift down="fell"}}', "fell"],
    ["word/false", '{{says "more than doubled" money.b.ratio}}', "more than doubled"],
    ["word/undetermined", '{{says "a quarter" money.b.now ">24"}}', "a quarter"],
  ] as const)("%s lets %s print %s", async (code, prose, words) => {
    expect((await composed(`${prose}\n`, MONEY)).value).toBeUndefined();
    expect(firstText(await composed(`${prose}\n`, MONEY, [code]))).toBe(words);
  });

  test("leaves all others on", async () => {
    const prose = '{{move money.a.shift up="fell"}} {{says "more than doubled" money.b.ratio}}\n';
    const outcome = await composed(prose, MONEY, ["word/false"]);
    expect(outcome.problems.filter((each) => each.level === "error").map((each) => each.code)).toEqual([
      "word/wrong-way",
    ]);
  });

  test("cannot be one that a template needs to run", async () => {
    const outcome = await composed("{{figure money.nothing}}\n", MONEY, ["template/unknown-figure"]);
    expect(outcome.value).toBeUndefined();
    expect(outcome.problems.map((each) => each.code)).toEqual(["template/unknown-figure"]);
  });
});

describe("a number below zero", () => {
  const sign = async (prose: string): Promise<readonly string[]> =>
    (await lines(prose)).filter((line) => line.startsWith("word/sign"));
  const fell = '{{move money.b.points up="rose" down="fell"}}';

  test.each([
    ["The change was {{about money.b.points}}.", "without the sign of money.b.points"],
    ["It changed by {{figure money.b.points abs=true}}.", "without the sign of money.b.points"],
    [`Money moved; it ${fell}. That is {{about money.b.points}}.`, "without the sign of money.b.points"],
    [
      '{{move money.a.points up="Rose" down="Fell"}}: a {{about money.a.points}}, b {{about money.b.points}}.',
      "money.b.points",
    ],
    [`It ${fell} by {{range money.b.points}}.`, "says twice which way money.b.points goes"],
    [`It ${fell} by {{figure money.b.points}}.`, "says twice which way money.b.points goes"],
    [
      '{{#key-figures}}\n{{#key money.b.points}}{{says "less" money.b.points "<0"}}{{/key}}\n{{/key-figures}}',
      "says twice which way money.b.points goes",
    ],
  ])("%s", async (prose, message) => {
    expect(await sign(prose)).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    `It ${fell} by {{about money.b.points}}.`,
    `It ${fell} by {{range money.b.points abs=true}}.`,
    `By {{about money.b.points}}, then, it ${fell}.`,
    "The change was {{figure money.b.points}}.",
    "The change was {{about money.b.points sign=true}}.",
    "The change was {{about money.a.points}}.",
    '{{#key-figures}}\n{{#key money.b.points format="range"}}{{move money.b.points up="more" down="less"}}{{/key}}\n{{/key-figures}}',
  ])("%s is told as it is", async (prose) => {
    expect(await sign(prose)).toEqual([]);
  });
});
