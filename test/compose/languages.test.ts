import { describe, expect, test } from "vitest";
import { composed, firstText } from "./composed.ts";
import { SMALL_BRIEF } from "../load/small-brief.ts";

const N = "\u00A0";

const brief = (language: string, data: string): Readonly<Record<string, string>> => ({
  "data/b/brief.yaml": (SMALL_BRIEF["data/b/brief.yaml"] ?? "").replace("language: en-GB", `language: ${language}`),
  "data/b/units.yaml": `title: Units\nsource: bai-2018\nrounding: exact\nfigures:\n${data}`,
});

const DATA = `  large: { value: 4921850.5, unit: CNY }
  money: { value: -91.5, unit: CNY million }
  part: { value: 23, unit: "% of 'papers'" }
  one: { value: 1, unit: percentage points }
  seven: { value: 7, unit: percentage points }
  rise: { value: 61.5, unit: "% change" }
  rate: { value: 1.08, unit: USD per EUR, period: 2021 }
  head: { value: 4.20, unit: GBP per person }
  births: { value: 11.3, unit: count of births per 100000 people }
`;

describe("numbers with their units", () => {
  test.each([
    ["en-GB", "units.large", `CNY${N}4,921,850.5`],
    ["en-IN", "units.large", `CNY${N}49,21,850.5`],
    ["de", "units.large", `4.921.850,5${N}CNY`],
    ["en-GB", "units.money", `\u2212CNY${N}91.5${N}million`],
    ["de", "units.money", `\u221291,5${N}Millionen${N}CNY`],
    ["en-GB", "units.part", `23${N}per cent`],
    ["de", "units.part", `23${N}Prozent`],
    ["de", "units.one", `1${N}Prozentpunkt`],
    ["de", "units.seven", `7${N}Prozentpunkte`],
    ["de", "units.rise", `61,5${N}Prozent`],
    ["en-GB", "units.rate", `1.08${N}USD${N}per${N}EUR`],
    ["en-GB", "units.head", `GBP${N}4.20 per${N}person`],
    ["en-GB", "units.births", `11.3 births per${N}100,000${N}people`],
    ["de", "units.head", `4,20${N}GBP je${N}person`],
    ["de", "units.births", `11,3 births je${N}100.000${N}people`],
    ["de", "units.rate", `1,08${N}USD${N}je${N}EUR`],
  ])("in %s, %s is %s", async (language, id, text) => {
    expect(firstText(await composed(`{{figure ${id}}}\n`, brief(language, DATA)))).toBe(text);
  });
});

describe("words of direction and size in German", () => {
  const sizes = brief("de", "  fach: { value: 2.5, unit: ratio }\n  plus: { value: 5, unit: percentage points }\n");
  const codes = async (prose: string): Promise<readonly string[]> =>
    (await composed(`${prose}\n`, sizes)).problems.map((each) => each.code);

  test("are held against the German lists", async () => {
    expect(await codes('{{move units.plus up="stieg" down="sank"}}')).not.toContain("word/wrong-way");
    expect(await codes('{{move units.plus up="sank" down="stieg"}}')).toContain("word/wrong-way");
    expect(await codes('{{move units.plus up="rose" down="sank"}}')).toContain("word/unknown");
    expect(await codes('{{says "mehr als verdoppelt" units.fach}}')).not.toContain("word/false");
    expect(await codes('{{says "mehr als verdoppelt" units.fach ">1"}}')).toContain("word/false");
  });

  test("von … auf … is a movement", async () => {
    const files = {
      ...brief("de", ""),
      "data/b/units.yaml": `title: Units
source: bai-2018
rounding: exact
figures:
  early: { value: 30, unit: CNY million, period: 2021 }
  late: { value: 23, unit: CNY million, period: 2022 }
`,
    };
    const order = async (prose: string): Promise<readonly string[]> =>
      (await composed(`${prose}\n`, files)).problems.map((each) => each.code).filter((code) => code === "word/order");
    expect(await order("Von {{figure units.early}} auf {{figure units.late}}.")).toEqual([]);
    expect(await order("Von {{figure units.late}} auf {{figure units.early}}.")).toEqual(["word/order"]);
  });
});
