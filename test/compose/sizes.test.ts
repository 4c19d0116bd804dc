import { describe, expect, test } from "vitest";
import { SMALL_BRIEF } from "../load/small-brief.ts";
import { composed } from "./composed.ts";

const DATA = `title: Regions
source: bai-2018
rounding: exact
figures:
  spent: { value: 80, unit: GBP million }
  other: { value: 70, unit: GBP million }
  doubled: { value: 2, unit: ratio }
  tripled: { value: 2.9, unit: ratio }
  halved: { value: 0.5, unit: ratio }
  fallen: { value: -60, unit: "% change" }
  risen: { value: 104, unit: "% change" }
  half: { value: 50, unit: "% of 'all'" }
  third: { value: 34, unit: "% of 'all'" }
  quarter: { value: 25, unit: "% of 'all'" }
  rounded: { value: 50, unit: "% of 'all'", rounding: half-up }
  much: { value: 61, unit: "% of 'all'" }
columns:
  region: { type: id }
  money: { unit: GBP million }
  share: { unit: "% of 'all'" }
  change: { unit: GBP million, change: true }
rows:
  - { region: north, money: 40, share: 61, change: -9 }
  - { region: south, money: 30, share: 24, change: 4 }
  - { region: west, money: 20, share: 10, change: 1 }
  - { region: east, money: 10, share: 5, change: -1 }
`;

const messages = async (prose: string, language = "en-GB"): Promise<readonly string[]> => {
  const brief = (SMALL_BRIEF["data/b/brief.yaml"] ?? "").replace("language: en-GB", `language: ${language}`);
  const outcome = await composed(`${prose}\n`, { "data/b/brief.yaml": brief, "data/b/r.yaml": DATA });
  return outcome.problems.filter(({ level }) => level === "error").map(({ message }) => message);
};

const says = (words: string, figure: string, condition: string): string =>
  `{{says "${words}" r.${figure}${condition === "" ? "" : ` "${condition}"`}}}`;

describe("words of size that their condition bears out", () => {
  test.each([
    ["en-GB", "more than half", "much", ">50"],
    ["en-GB", "well over half", "much", ">60"],
    ["en-GB", "without doubt more than half", "much", ">50"],
    ["en-GB", "not even half", "third", "<50"],
    ["de", "ohne Zweifel mehr als die Hälfte", "much", ">50"],
    ["de", "nicht einmal die Hälfte", "third", "<50"],
    ["de", "der größte Teil", "much", ">50"],
    ["en-GB", "most", "much", ">50"],
    ["en-GB", "the majority", "much", ""],
    ["en-GB", "at least half", "half", ">=50"],
    ["en-GB", "less than half", "third", "<50"],
    ["en-GB", "no more than half", "half", "<=50"],
    ["en-GB", "a third", "third", ">=33.33"],
    ["en-GB", "more than a third", "third", ">33.4"],
    ["en-GB", "a quarter", "quarter", ">24"],
    ["en-GB", "about a quarter", "south.share", ""],
    ["en-GB", "nearly a quarter", "south.share", ""],
    ["en-GB", "doubled", "doubled", ">=2"],
    ["en-GB", "doubled", "risen", ""],
    ["en-GB", "more than doubled", "risen", ">100"],
    ["en-GB", "nearly tripled", "tripled", ""],
    ["en-GB", "halved", "halved", "<=0.5"],
    ["en-GB", "more than halved", "fallen", "<-50"],
    ["en-GB", "fell by more than half", "fallen", "<-50"],
    ["en-GB", "the largest", "north.money", "rank 1"],
    ["en-GB", "the highest share", "north.share", "rank 1"],
    ["en-GB", "the most", "north.share", "rank 1"],
    ["en-GB", "the second-largest", "south.money", "rank 2"],
    ["en-GB", "the third highest", "west.money", "rank 3"],
    ["en-GB", "the second-smallest", "west.money", "rank -2"],
    ["en-GB", "not the largest", "west.money", "not rank 1"],
    ["en-GB", "one of the largest", "south.money", ">25"],
    ["en-GB", "the largest fall", "north.change", "rank -1"],
    ["en-GB", "more than in the south", "north.money", "> r.south.money"],
    ["en-GB", "no more than in the north", "south.money", "<= r.north.money"],
    ["de", "mehr als die Hälfte", "much", ">50"],
    ["de", "mindestens die Hälfte", "half", ">=50"],
    ["de", "knapp ein Viertel", "south.share", ""],
    ["de", "mehr als verdoppelt", "risen", ">100"],
    ["de", "das zweitgrößte", "south.money", "rank 2"],
    ["de", "die meisten", "much", ">50"],
    ["de", "größer als im Süden", "north.money", "> r.south.money"],
    ["de", "eine der größten", "south.money", ">25"],
  ])("%s: %s of %s, %s", async (language, words, figure, condition) => {
    expect(await messages(says(words, figure, condition), language)).toEqual([]);
  });
});

describe("a condition that is weaker than its words", () => {
  test.each([
    ["en-GB", "more than half", "much", ">5", ">50"],
    ["en-GB", "most", "much", ">=50", ">50"],
    ["en-GB", "at least half", "half", ">40", ">=50"],
    ["en-GB", "less than half", "third", "<90", "<50"],
    ["en-GB", "a third", "third", ">0", "31.6635..34.9965"],
    ["en-GB", "doubled", "doubled", ">1", "1.9..2.1"],
    ["en-GB", "tripled", "tripled", ">1", "2.85..3.15"],
    ["en-GB", "more than tripled", "tripled", ">2", ">3"],
    ["en-GB", "halved", "halved", "<1", "0.475..0.525"],
    ["en-GB", "more than halved", "fallen", "<0", "<-50"],
    ["en-GB", "the largest", "south.money", ">1", "rank 1"],
    ["en-GB", "the lowest", "south.money", "rank 2", "rank -1"],
    ["en-GB", "the second-largest", "west.money", "rank 3", "rank 2"],
    ["en-GB", "more than in the north", "south.money", "< r.north.money", "> r.north.money"],
    ["en-GB", "fewer than in the south", "north.money", "> r.south.money", "< r.south.money"],
    ["de", "mehr als die Hälfte", "much", ">5", ">50"],
    ["de", "verdoppelt", "doubled", ">1", "1.9..2.1"],
    ["de", "mehr als halbiert", "fallen", "<0", "<-50"],
    ["de", "das drittgrößte", "south.money", "rank 2", "rank 3"],
    ["de", "kleiner als im Süden", "north.money", "> r.south.money", "< r.south.money"],
  ])("%s: %s of %s, %s needs %s", async (language, words, figure, condition, needed) => {
    expect(await messages(says(words, figure, condition), language)).toContain(
      `"${words}" needs ${needed}, and its condition is ${condition}`,
    );
  });

  test("may be told apart from a figure that is not so large", async () => {
    expect(await messages(says("a quarter", "much", ">24"))).toEqual(['"a quarter" is not true of r.much']);
    expect(await messages('{{says "a tenth" r.half "<20" otherwise="more than half"}}')).toEqual([
      '"a tenth" needs 9.5..10.5, and its condition is <20',
      '"more than half" is not true of r.half',
    ]);
  });

  test("may be given for where rounding leaves it open, if it is true there", async () => {
    const open = (words: string): Promise<readonly string[]> =>
      messages(`{{says "large" r.rounded ">50" undetermined="${words}"}}`);
    expect(await open("about half")).toEqual([]);
    expect(await open("perhaps more than half")).toEqual([]);
    expect(await open("more than half")).toEqual(['Rounding hides whether "more than half" is true of r.rounded']);
  });

  test("or be set on a figure of another kind", async () => {
    expect(await messages(says("more than half", "spent", ">0"))).toEqual([
      '"more than half" needs a share or a ratio, and r.spent is GBP million',
    ]);
    expect(await messages(says("doubled", "spent", "> r.other"))).toEqual([
      '"doubled" needs a ratio or a change in per cent, and r.spent is GBP million',
    ]);
    expect(await messages(says("the largest", "spent", ">0"))).toEqual([
      '"largest" needs a place in a column, and r.spent is GBP million',
    ]);
    expect(await messages(says("verdoppelt", "spent", ">0"), "de")).toEqual([
      '"verdoppelt" needs a ratio or a change in per cent, and r.spent is GBP million',
    ]);
  });
});

describe("a number that is typed into a helper's words", () => {
  const exempt = async (prose: string): Promise<readonly string[]> =>
    (await composed(`${prose}\n`, { "data/b/r.yaml": DATA })).value?.exempt.map(
      ({ text, rule }) => `${text} ${rule}`,
    ) ?? [];

  test.each([
    ['{{says "rose by 900 million" r.south.change ">0"}}', "900 million"],
    ['{{says "more than 90 per cent" r.much ">50"}}', "90"],
    ['{{says "large" r.much ">90" otherwise="sixty of them"}}', "sixty"],
    ['{{says "large" r.much ">50" undetermined="about 60"}}', "60"],
    ['{{says "rose by EUR 2021" r.south.change ">0"}}', "2021"],
    ['{{move r.south.change up="rose by 4 million" down="fell"}}', "4 million"],
    ['{{move r.south.change up="rose" down="fell" undetermined="moved by 5"}}', "5"],
    ['{{move r.south.change up="rose in 1999" down="fell"}}', "1999"],
    ['{{count anso.themes noun="of 20 themes"}}', "20"],
  ])("%s", async (prose, number) => {
    const found = (await messages(prose)).map((each) => each.replace(" counts or measures something here, and", ""));
    expect(found).toContain(`"${number}" is bound to nothing`);
  });

  test.each([
    '{{says "rose twice in a row" r.south.change ">0"}}',
    '{{says "rose in the second half" r.south.change ">0"}}',
    '{{says "half a point more" r.south.change ">0"}}',
  ])("says no size where the words are of a list that needs nothing: %s", async (prose) => {
    expect(await messages(prose)).toEqual([]);
  });

  test("may be one that the brief lists, and is listed then", async () => {
    expect(await exempt('{{says "rose in one year" r.south.change ">0"}}')).toContain("one one");
  });
});
