import { describe, expect, test } from "vitest";
import { SMALL_BRIEF } from "../load/small-brief.ts";
import { composed, firstText } from "./composed.ts";

// Spending rose from 40 to 37.5: no word may say so. The paper that is cited gives changes of its own.
const FILES = {
  "data/b/regions.yaml": `title: Regions
source: bai-2018
rounding: exact
figures:
  least: { value: 5, unit: GBP million, class: literature }
  reported: { value: 5, unit: GBP million, class: literature, change: true }
  points: { value: 2, unit: percentage points }
  dollar: { value: 1.08, unit: USD per EUR, period: 2021 }
  dollar_before: { value: 1.2, unit: USD per EUR, period: 2020 }
columns:
  region: { type: id }
  before: { unit: GBP million }
  now: { unit: GBP million }
  staff: { unit: count of people }
  hired: { unit: count of people, change: true }
rows:
  - { region: north, before: 40, now: 37.5, staff: 12, hired: -3 }
  - { region: south, before: 10, now: 20, staff: 8, hired: 4 }
derive:
  each:
    shift: now - before
    growth: change(now, before)
    times: now / before
    times_less_one: now / before - 1
    was: now - shift
    both: now + before
    turned: -before + now
    half_more: shift * 1.5
    in_thousands: rescale(shift, thousand)
    cost: per(now, staff, person)
    shift_each: per(shift, staff, person)
    cost_more: per(now, staff, person) - per(before, staff, person)
  once:
    spent: sum(now)
    shifted: sum(shift)
    added: sum(hired)
    rate_shift: dollar - dollar_before
`,
};

const said = async (id: string): Promise<string> => {
  const outcome = await composed(`{{move regions.${id} up="rose" down="fell" same="stood still"}}\n`, FILES);
  return outcome.value ? firstText(outcome) : (outcome.problems[0]?.message ?? "");
};

describe("a change has a direction", () => {
  test.each([
    ["reported", "rose"],
    ["points", "rose"],
    ["north.hired", "fell"],
    ["north.shift", "fell"],
    ["north.growth", "fell"],
    ["north.times", "fell"],
    ["north.times_less_one", "fell"],
    ["south.times_less_one", "rose"],
    ["south.turned", "rose"],
    ["south.half_more", "rose"],
    ["north.in_thousands", "fell"],
    ["north.shift_each", "fell"],
    ["north.cost_more", "fell"],
    ["shifted", "rose"],
    ["added", "rose"],
    ["rate_shift", "fell"],
  ])("%s %s", async (id, word) => {
    expect(await said(id)).toBe(word);
  });
});

describe("a level has none", () => {
  test.each([
    ["least", "GBP million"],
    ["north.now", "GBP million"],
    ["north.staff", "count of people"],
    ["north.was", "GBP million"],
    ["north.both", "GBP million"],
    ["spent", "GBP million"],
    ["dollar", "USD per EUR"],
    ["north.cost", "GBP million per person"],
  ])("%s", async (id, unit) => {
    expect(await said(id)).toBe(`regions.${id} (${unit}) is a level, which has no direction`);
  });

  test.each([
    ['{{says "rose" regions.north.now ">0"}}', "north"],
    ['{{says "rose" regions.north.now}}', "north"],
    ['{{says "more" regions.north.now ">0"}}', "north"],
    ['{{says "fell" regions.north.now "<40"}}', "north"],
    ['{{says "improved" regions.north.now ">0"}}', "north"],
    ['{{says "less" regions.north.now "not >0"}}', "north"],
    ['{{says "rose fastest" regions.north.now "rank 1"}}', "north"],
    ['{{says "large" regions.south.now ">25" otherwise="fell"}}', "south"],
  ])("%s", async (prose, region) => {
    const { problems } = await composed(`${prose}\n`, FILES);
    expect(problems.map((each) => each.message)).toContain(
      `regions.${region}.now (GBP million) is a level, which has no direction`,
    );
  });

  test.each([
    [
      '{{says "gained ground" regions.north.now "< regions.north.before"}}',
      '"gained ground" needs > regions.north.before',
    ],
    [
      '{{says "did not grow" regions.south.now "> regions.south.before"}}',
      '"did not grow" needs <= regions.south.before',
    ],
  ])("%s", async (prose, message) => {
    const { problems } = await composed(`${prose}\n`, FILES);
    expect(problems.map((each) => each.message).join()).toContain(message);
  });

  test("but may be held against what it was", async () => {
    const fell = '{{says "fell" regions.north.now "< regions.north.before" otherwise="did not fall"}}\n';
    expect(firstText(await composed(fell, FILES))).toBe("fell");
    const south = fell.replaceAll("north", "south");
    expect(firstText(await composed(south, FILES))).toBe("did not fall");
    const idiom = {
      ...FILES,
      "data/b/brief.yaml": `${SMALL_BRIEF["data/b/brief.yaml"] ?? ""}idioms: [fell short of]\n`,
    };
    expect(firstText(await composed('{{says "fell short of" regions.north.now "<40"}}\n', idiom))).toBe(
      "fell short of",
    );
  });

  test("the hint names the change, and how to say that a given number is one", async () => {
    const hint = async (id: string): Promise<string | undefined> =>
      (await composed(`{{move regions.${id} up="rose"}}\n`, FILES)).problems[0]?.hint;
    expect(await hint("least")).toBe(
      "derive the change, new - old or change(new, old), and use move on that; where the number is itself a change, write change: true beside its unit",
    );
    expect(await hint("spent")).toBe("derive the change, new - old or change(new, old), and use move on that");
  });
});
