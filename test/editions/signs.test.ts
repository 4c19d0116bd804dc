import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { toldSides } from "../../pipeline/editions/signs.ts";
import type { Side } from "../../pipeline/ledger/diff.ts";
import type { Language } from "../../pipeline/model/language.ts";

/** In a list of changes a number stands without the verb or the table that told its direction and its unit. */

const english: Language = {
  tag: "en-GB",
  ...(parse(readFileSync("templates/house/languages/en.yaml", "utf8")) as Omit<Language, "tag">),
};
const [MONEY, POINTS, SHARE, TRAINS] = ["CNY million", "percentage points", "% of a.b", "count of trains"];

type Printed = readonly [text: string, value: string];
const side = ([, value]: Printed, unit: string): Side => ({
  value,
  exact: value,
  interval: [value, value],
  closed: "[]",
  unit,
});

function told([unit, before = unit]: readonly string[], old: Printed, now: Printed): string {
  const [was, is] = [old, now].map(([text]) => text.replaceAll(" ", "\u00A0"));
  const said = toldSides(
    { was: was ?? "", is: is ?? "" },
    { old: side(old, before ?? ""), new: side(now, unit ?? "") },
    english,
  );
  return `${said.was} → ${said.is}`.replaceAll("\u00A0", " ");
}

describe("what two editions print of a figure", () => {
  test.each<readonly [readonly string[], Printed, Printed, string]>([
    [[MONEY], ["about CNY 7 million", "6.51"], ["CNY 4 million", "-3.78"], "about +CNY 7 million → −CNY 4 million"],
    [[MONEY], ["CNY 5.1 million", "-5.1"], ["CNY 6.2 million", "-6.2"], "−CNY 5.1 million → −CNY 6.2 million"],
    [[MONEY], ["+7.5", "7.54"], ["CNY 3.0 million", "3.02"], "+CNY 7.5 million → +CNY 3.0 million"],
    [[MONEY], ["CNY 1,040 million", "1040.2"], ["CNY 40 million", "-40"], "+CNY 1,040 million → −CNY 40 million"],
    [[POINTS], ["seven points", "-7"], ["three points", "-3"], "−7 percentage points → −3 percentage points"],
    [[POINTS], ["−4", "-4"], ["−5", "-5"], "−4 percentage points → −5 percentage points"],
    [[SHARE], ["36", "36"], ["37.4", "37.4"], "36 per cent → 37.4 per cent"],
    [[MONEY], ["CNY 5.1 million", "5.1"], ["CNY 6.2 million", "6.2"], "CNY 5.1 million → CNY 6.2 million"],
    [[MONEY, POINTS], ["−6", "-6"], ["CNY 4 million", "-3.8"], "−6 percentage points → −CNY 4 million"],
    [[TRAINS], ["20 trains", "20"], ["22 trains", "22"], "20 trains → 22 trains"],
  ])("%j, %j, %j: %s", (unit, old, now, wanted) => {
    expect(told(unit, old, now)).toBe(wanted);
  });

  test("a number that is new or gone gets its unit and its sign as well", () => {
    const [sides, gone] = [
      { new: side(["seven points", "-7"], POINTS ?? "") },
      { old: side(["8.2", "8.2"], MONEY ?? "") },
    ];
    expect(toldSides({ is: "seven points" }, sides, english)).toEqual({ is: "\u22127\u00A0percentage points" });
    expect(toldSides({ was: "8.2" }, gone, english)).toEqual({ was: "CNY\u00A08.2\u00A0million" });
  });
});
