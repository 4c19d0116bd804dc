import { describe, expect, it } from "vitest";
import { formatEnds, formatNumber } from "../../pipeline/model/format.ts";
import { closedText, directionOf } from "../../pipeline/model/interval.ts";
import { rationalText } from "../../pipeline/model/rational.ts";
import { unitText } from "../../pipeline/model/unit.ts";
import type { Figure } from "../../pipeline/model/figure.ts";
import { figuresOf, languageOf } from "./fixture.ts";
import { SAMPLE } from "./sample.ts";

const figure = await figuresOf(SAMPLE);
const english = languageOf("en-GB");

/** `7.28 [6.78, 7.78]`, as the table of the sample's numbers prints it: rounded, ends outward. */
function printed({ value, interval }: Figure, decimals: number): string {
  const ends = formatEnds(interval, decimals, english);
  return `${formatNumber(value, decimals, english)} [${ends.join(", ")}]`;
}

const exact = ({ value, interval, bound }: Figure): string =>
  `${rationalText(value)} ${closedText(interval)[0]}${rationalText(interval.lo)}, ${rationalText(interval.hi)}${closedText(interval)[1]} ${bound}`;

describe("the sample's table of money by sector", () => {
  it.each([
    ["secretariat", "7.28 [6.78, 7.78]", "8.82 [8.05, 9.59]", "−2 [−3, −1]", "1.54 [0.28, 2.80]", "21.2 [3.6, 41.3]"],
    ["training", "6.37 [5.88, 6.87]", "13.23 [12.45, 14.02]", "2 [1, 3]", "6.86 [5.59, 8.13]", "107.7 [81.4, 138.3]"],
    [
      "research",
      "27.30 [26.69, 27.91]",
      "33.81 [32.96, 34.67]",
      "−7 [−8, −6]",
      "6.51 [5.05, 7.97]",
      "23.8 [18.1, 29.9]",
    ],
    ["network", "3.64 [3.16, 4.12]", "4.41 [3.66, 5.17]", "−1 [−2, 0]", "0.77 [−0.46, 2.00]", "21.2 [−11.1, 63.0]"],
    [
      "advisory",
      "8.19 [7.69, 8.70]",
      "4.41 [3.66, 5.17]",
      "−6 [−7, −5]",
      "−3.78 [−5.03, −2.53]",
      "−46.2 [−57.9, −32.8]",
    ],
    [
      "scholarships",
      "38.22 [37.55, 38.89]",
      "82.32 [81.30, 83.34]",
      "14 [13, 15]",
      "44.10 [42.42, 45.78]",
      "115.4 [109.0, 121.9]",
    ],
  ])("%s", (row, ...expected) => {
    const columns = [
      ["amount_2021", 2],
      ["amount_2022", 2],
      ["shift_pp", 0],
      ["shift", 2],
      ["growth", 1],
    ] as const;
    expect(columns.map(([column, decimals]) => printed(figure(`anso.${row}.${column}`), decimals))).toEqual(expected);
  });

  it("is exact for research and network", () => {
    expect(exact(figure("anso.research.shift"))).toBe("651/100 [1011/200, 1593/200] exact");
    expect(exact(figure("anso.network.shift"))).toBe("77/100 [-91/200, 399/200] exact");
  });

  it("says that research lost share and gained money, and leaves network's money undecided", () => {
    expect(directionOf(figure("anso.research.shift_pp").interval)).toBe("down");
    expect(directionOf(figure("anso.research.shift").interval)).toBe("up");
    expect(directionOf(figure("anso.network.shift").interval)).toBe("undetermined");
  });

  it("has the totals", () => {
    expect(exact(figure("anso.total_shift"))).toBe("56 [55, 57] exact");
    expect(printed(figure("anso.total_growth"), 1)).toBe("61.5 [60.1, 63.0]");
  });

  it("has the exact hull where the totals occur twice", () => {
    expect(exact(figure("anso.scholarship_part"))).toBe("315/4 [4340/57, 896/11] exact");
    expect(printed(figure("anso.scholarship_part"), 2)).toBe("78.75 [76.14, 81.46]");
  });
});

describe("the sample's other numbers", () => {
  it("adds up the ten countries", () => {
    expect(exact(figure("students.top_ten"))).toBe("226373 [226373, 226373] exact");
    expect(exact(figure("students.rest"))).toBe("265812 [265812, 265812] exact");
    expect(printed(figure("students.top_ten_part"), 1)).toBe("46.0 [45.9, 46.0]");
    expect(figure("students.parts").value).toEqual(figure("students.top_ten_part").value);
  });

  it("sets China's articles against those of the United States", () => {
    expect(rationalText(figure("nature.lead").value)).toBe("1763");
    expect(formatNumber(figure("nature.above").value, 1, english)).toBe("10.0");
    expect(formatNumber(figure("nature.below").value, 1, english)).toBe("−9.1");
  });
});

describe("units and lineage of the sample", () => {
  it("gives each formula its unit", () => {
    const units = [
      "research.amount_2021",
      "research.shift_pp",
      "research.growth",
      "research.ratio",
      "scholarship_part",
    ];
    expect(units.map((name) => unitText(figure(`anso.${name}`).unit))).toEqual([
      "CNY million",
      "percentage points",
      "% change",
      "ratio",
      "% of anso.total_shift",
    ]);
    expect(unitText(figure("students.top_ten").unit)).toBe("count of students");
  });

  it("says what each figure rests on", () => {
    const part = figure("anso.scholarship_part");
    expect(part.from).toEqual(["anso.scholarships.shift", "anso.total_shift"]);
    expect(part.sources).toEqual(["anso-source"]);
    expect(part.class).toBe("derived");
    expect(part.formula).toBe("share(scholarships.shift, total_shift)");
    expect(part.place).toMatchObject({ file: "data/brief/anso.yaml", line: 38, column: 3 });
    expect(figure("anso.research.shift").from).toEqual(["anso.research.amount_2021", "anso.research.amount_2022"]);
    expect(figure("students.top_ten").from).toHaveLength(10);
    expect(figure("students.top_ten").from[0]).toBe("students.india.students");
  });

  it("keeps given figures as they are", () => {
    expect(figure("anso.research.share_2021")).toMatchObject({
      class: "data",
      given: { text: "30", decimals: 0 },
      from: [],
    });
  });
});
