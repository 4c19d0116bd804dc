import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { ExemptRule } from "../../pipeline/model/brief.ts";
import type { Language } from "../../pipeline/model/language.ts";
import { measuring, type Exemptions } from "../../pipeline/compose/exemptions.ts";
import { looseIn } from "../../pipeline/compose/loose.ts";
import { anyPhrase } from "../../pipeline/compose/phrases.ts";

const language = (name: string): Language =>
  parse(readFileSync(new URL(`../../templates/house/languages/${name}.yaml`, import.meta.url), "utf8")) as Language;

const PHRASES: Exemptions["phrases"] = [
  { text: "Thousand Talents", rule: "name" },
  { text: "rise to the challenge", rule: "idiom" },
  { text: "second look", rule: "idiom" },
];

const exempt = (name: string): Exemptions => ({
  dates: new Map<string, ExemptRule>([
    ["2015", "date"],
    ["2015-03", "date"],
    ["2015-03-30", "date"],
    ["2021", "period"],
    ["2023", "edition"],
  ]),
  phrases: PHRASES,
  holdsAny: anyPhrase(PHRASES.map(({ text }) => text)),
  isMeasure: measuring({ nouns: ["branches", "Filialen"], currencies: ["GBP"] }, language(name)),
  language: language(name),
});

test.each([
  ["In ", " branches closed", false],
  ["Since ", " branches closed", false],
  ["In constant ", " GBP", false],
  ["In all ", " branches closed", true],
  ["", " branches closed", true],
  ["It costs GBP ", " a day", true],
])("of four digits, whether they count or measure: %s2021%s", (left, right, is) => {
  expect(measuring({ nouns: ["branches"], currencies: ["GBP"] }, language("en"))(left, right)).toBe(is);
});

const english = exempt("en");
const german = exempt("de");
const found = (text: string, by = english): readonly string[] => looseIn(text, by).loose.map((each) => each.text);

describe("in English", () => {
  test.each([
    ["It has 23 members", ["23"]],
    ["It has 1,234.5 of them", ["1,234.5"]],
    ["It has 12,34,567 of them", ["12,34,567"]],
    ["It has 1 234 567 of them", ["1 234 567"]],
    ["It has 1\u202F234 of them", ["1\u202F234"]],
    ["About 10% left", ["10%"]],
    ["About 10 % left", ["10 %"]],
    ["About 10 million left", ["10 million"]],
    ["½ of it", ["½"]],
    ["٣ of it", ["٣"]],
    ["A ratio of 1:3", ["1:3"]],
    ["The 5G networks", ["5G"]],
    ["Twenty-three members", ["Twenty-three"]],
    ["two hundred and five members", ["two hundred and five"]],
    ["two-thirds of it, and a third more", ["two-thirds", "third"]],
    ["one hundred of them", ["one hundred"]],
    ["the fourteenth of them", ["fourteenth"]],
    ["it doubled, then halved", ["doubled", "halved"]],
    ["a dozen, half of it twice", ["dozen", "half", "twice"]],
    ["in 1999 and in March 2014", ["1999", "March 2014"]],
    ["on 31 March 2015", ["31 March 2015"]],
    ["Its share rose and its money fell", ["rose", "fell"]],
    ["GROWTH and decline", ["GROWTH", "decline"]],
    ["Rents slid, tumbled and dipped, then recovered", ["slid", "tumbled", "dipped", "recovered"]],
    ["The gap narrowed, then widened", ["narrowed", "widened"]],
    ["Trade slowed, and services improved", ["slowed", "improved"]],
    ["Fares peaked at a record high", ["peaked", "record high"]],
    ["Rail overtook road after a reduction", ["overtook"]],
    ["It is best to cut through the most narrow pass", []],
    ["prices went up", ["went up"]],
    ["In all 2021 branches closed", ["2021"]],
    ["a branch costs GBP 2015 a day, €2015, £ 2015 or 2015 $", ["2015", "2015", "2015", "2015"]],
    ["2021 per cent, 2021 percentage points", ["2021", "2021"]],
  ])("%j holds what is bound to nothing", (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });

  test.each([
    "Throughout the enterprise, weightlifting and tension",
    "Arose, befallen, gainsay, outgrown",
    "on 30 March 2015, in March 2015, in 2015 and 2021",
    "the Thousand Talents Program may rise to the challenge with a second look",
    "one thing first",
    "in 2021, branches closed, the GBP fund of 2015, branches 2021, XGBP 2015, 2021 branchesque",
    "amounts in CNY million",
    "see https://example.org/2019/12 or write to a1@example.org",
  ])("%j holds nothing", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("what passes is kept with its rule and place", () => {
    const text = "First, in 2015 and 2021, the Thousand Talents rise to the challenge in CNY million: https://a.org/3";
    expect(looseIn(text, english).passed).toEqual([
      { text: "First", at: 0, rule: "one" },
      { text: "2015", at: 10, rule: "date" },
      { text: "2021", at: 19, rule: "period" },
      { text: "Thousand Talents", at: 29, rule: "name" },
      { text: "rise to the challenge", at: 46, rule: "idiom" },
      { text: "CNY million", at: 71, rule: "unit" },
      { text: "https://a.org/3", at: 84, rule: "address" },
    ]);
  });
});

describe("in German", () => {
  test.each([
    ["Es hat 1.234,5 davon", ["1.234,5"]],
    ["dreiundzwanzig Mitglieder", ["dreiundzwanzig"]],
    ["zweihundertfünf Mitglieder", ["zweihundertfünf"]],
    ["das einundzwanzigste Mitglied", ["einundzwanzigste"]],
    ["zwei Drittel, die Hälfte, verdoppelt", ["zwei Drittel", "Hälfte", "verdoppelt"]],
    ["die dritten Wahlen", ["dritten"]],
    ["Der Anteil sank, das Geld stieg", ["sank", "stieg"]],
    ["Die Mieten rutschten ab, die Löhne brachen ein", ["rutschten"]],
    ["Der Handel verlangsamte sich und verbesserte sich", ["verlangsamte", "verbesserte"]],
    ["Ein Rekordhoch: die Bahn überholte die Straße", ["Rekordhoch", "überholte"]],
    ["Nach einer Senkung erholte sich der Absatz", ["erholte"]],
    ["Wachstum und Rückgang", ["Wachstum", "Rückgang"]],
    ["am 31. März 2015", ["31. März 2015"]],
    ["Es gibt 2021 Filialen", ["2021"]],
    ["2021 Prozent, 2021 Prozentpunkte, 2021 €", ["2021", "2021", "2021"]],
  ])("%j holds what is bound to nothing", (text, wanted) => {
    expect(found(text, german)).toEqual(wanted);
  });

  test.each([
    "ein Land, eine Einheit, das erste Mal",
    "am 30. März 2015",
    "2021 schlossen Filialen",
    "Wir achten auf Vielfalt",
    "Dreistigkeit",
  ])("%j holds nothing", (text) => {
    expect(found(text, german)).toEqual([]);
  });
});
