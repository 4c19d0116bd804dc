import { describe, expect, it } from "vitest";
import type { Figure, Gap } from "../../pipeline/model/figure.ts";
import { rationalText } from "../../pipeline/model/rational.ts";
import { brief, codes } from "./base.ts";
import { count, deriveAll, figureId, figuresOf, million, number, problemsOf, type Sketch } from "./fixture.ts";

interface Read {
  readonly gap: (id: string) => Gap | undefined;
  readonly figure: (id: string) => Figure | undefined;
}

async function read(sketch: Sketch): Promise<Read> {
  const { value, problems } = await deriveAll({ d: sketch });
  expect(problems).toEqual([]);
  return { gap: (id) => value?.gaps.get(figureId(id)), figure: (id) => value?.figures.get(figureId(id)) };
}

const ROWS: Sketch = {
  figures: { nothing: number(":", million), ten: number("10", million) },
  columns: { a: million, b: million },
  rows: {
    north: { a: "5", b: "2" },
    south: { a: ":", b: "2" },
    east: { a: ":", b: "c" },
    west: { a: "z", b: ":" },
    centre: { a: "7", b: "z" },
  },
};

describe("gaps", () => {
  it("make gaps of all that rests on them, row by row, and never zero", async () => {
    const { gap, figure } = await read({ ...ROWS, each: { off: "a - b", twice: "off * 2" } });
    expect(figure("d.north.off")?.value).toEqual({ n: 3n, d: 1n });
    expect(["south", "east", "west", "centre"].map((row) => figure(`d.${row}.off`))).toEqual(Array(4).fill(undefined));
    expect(gap("d.north.off")).toBeUndefined();
    expect(gap("d.south.twice")).toEqual({
      id: "d.south.twice",
      absence: "missing",
      symbol: ":",
      place: { file: "data/brief/d.yaml", line: 31, column: 3 },
      formula: "off * 2",
      from: ["d.south.off"],
    });
  });

  it("are confidential before missing, and missing before not applicable", async () => {
    const { gap } = await read({ ...ROWS, each: { off: "a - b" } });
    const told = ["south", "east", "west", "centre"].map((row) => gap(`d.${row}.off`));
    expect(told.map((each) => each?.absence)).toEqual(["missing", "confidential", "missing", "not-applicable"]);
    expect(told.map((each) => each?.symbol)).toEqual([":", "c", ":", "z"]);
  });

  it("are not left out of sums, nor multiplied away", async () => {
    const { gap, figure } = await read({
      ...ROWS,
      each: { of_all: "share(b, sum(a))" },
      once: { all: "sum(a)", none: "nothing * 0", own: "ten - nothing + nothing", fine: "ten * 2" },
    });
    expect(gap("d.all")).toMatchObject({ absence: "missing", symbol: ":" });
    expect(gap("d.all")?.from).toContain("d.west.a");
    expect(gap("d.north.of_all")?.absence).toBe("missing");
    expect(gap("d.none")?.absence).toBe("missing");
    expect(gap("d.own")?.absence).toBe("missing");
    expect(figure("d.fine")?.value.n).toBe(20n);
  });

  it("come in code unit order, given and derived together", async () => {
    const { value } = await deriveAll({ d: { ...ROWS, each: { off: "a - b" } } });
    const ids = [...(value?.gaps.keys() ?? [])];
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(ids).toContain("d.nothing");
    expect(ids).toContain("d.west.off");
  });

  it("do not hide what is wrong with a formula in other rows", async () => {
    expect(await codes({ d: { ...ROWS, each: { off: "a + 1" } } })).toEqual(["formula/bare-number 30:10+5"]);
  });
});

describe("flags", () => {
  it("go over to all that rests on a number, each once, in their order", async () => {
    const { figure } = await read({
      columns: { a: million, b: million },
      rows: { north: { a: "5 br", b: "2 p" }, south: { a: "5", b: "2" } },
      each: { off: "a - b", twice: "off + off" },
      once: { all: "sum(a)" },
    });
    expect(figure("d.north.twice")?.flags).toEqual(["provisional", "revised", "break"]);
    expect(figure("d.all")?.flags).toEqual(["revised", "break"]);
    expect(figure("d.south.off")).not.toHaveProperty("flags");
  });
});

const SERIES: Sketch = {
  columns: { students: count(), label: "text" },
  rows: {
    "laos@2019": { students: "130" },
    "laos@2017": { students: "100" },
    "korea@2017": { students: "50" },
    "laos@2018": { students: ":" },
    "korea@2019": { students: "60" },
  },
};

describe("previous", () => {
  it("looks up the period before, of the same id, and finds nothing before the first", async () => {
    const { gap, figure } = await read({ ...SERIES, each: { rise: "students - previous(students)" } });
    expect(figure("d.korea_2019.rise")?.value.n).toBe(10n);
    expect(figure("d.korea_2019.rise")?.from).toEqual(["d.korea_2017.students", "d.korea_2019.students"]);
    expect(figure("d.korea_2019.rise")?.period).toBe("2019");
    expect(gap("d.korea_2017.rise")).toMatchObject({ absence: "not-applicable", symbol: "z" });
    expect(gap("d.laos_2018.rise")).toMatchObject({ absence: "missing", symbol: ":" });
    expect(gap("d.laos_2019.rise")).toMatchObject({ absence: "missing", symbol: ":" });
    expect(figure("d.laos_2019.rise")).toBeUndefined();
  });

  it("goes into functions, looks up derived columns, and tells an exact hull", async () => {
    const { figure } = await read({
      ...SERIES,
      rounding: "half-up",
      each: { twice: "students * 2", growth: "change(twice, previous(twice))" },
    });
    const growth = figure("d.korea_2019.growth");
    expect(growth && [growth.interval.lo, growth.value, growth.interval.hi].map(rationalText)).toEqual([
      "1800/101",
      "20",
      "200/9",
    ]);
    expect(growth?.filled).toBe("change(120, 100)");
  });

  it.each([
    [{ d: { ...SERIES, once: { x: "previous(students)" } } }, "formula/not-allowed 30:10+18", "under each"],
    [
      { d: { columns: { a: million }, rows: { north: { a: "1" } }, each: { x: "previous(a)" } } },
      "formula/not-allowed 30:10+11",
      "type period",
    ],
    [{ d: { ...SERIES, each: { x: "previous(studens)" } } }, "formula/unknown-name 30:19+7", "write students"],
    [{ d: { ...SERIES, each: { x: "previous(students * 2)" } } }, "formula/not-allowed 30:19+12", "previous(column)"],
    [{ d: { ...SERIES, each: { x: "previous(students, 2)" } } }, "formula/not-allowed 30:10+21", "previous(column)"],
    [{ d: { ...SERIES, each: { x: "rescale(students, milion)" } } }, "formula/not-allowed 30:28+6", "million"],
  ])("%#", async (sketches, where, hint) => {
    const [problem, ...rest] = await problemsOf(sketches);
    expect(rest).toEqual([]);
    expect(problem && brief(problem)).toBe(where);
    expect(problem?.hint).toContain(hint);
  });
});

describe("formulas filled in", () => {
  it.each([
    ["ten - nine", "10 - 9.50"],
    ["(ten+nine) / 3", "(10+9.50) / 3"],
    ["third - minus", "3.3333 - (-3)"],
    ["minus / 3 - third", "-3 / 3 - 3.3333"],
    ["-minus", "-(-3)"],
    ["tiny * 2", "0.00001188 * 2"],
    ["half / 4", "4.75 / 4"],
    ["sum(a) - ten", "sum(1, 2, 3, 4, 5, 6, …) - 10"],
    ["share(r1.a, sum(b))", "share(1, sum(1, 1, 1, 1, 1, 1, …))"],
  ])("%s", async (formula, expected) => {
    const rows = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`r${i + 1}`, { a: `${i + 1}`, b: "1" }]));
    const figure = await figuresOf({
      d: {
        figures: { ten: number("10", count()), nine: number("9.50", count()), minus: number("-3", count()) },
        columns: { a: count(), b: count() },
        rows,
        once: { third: "ten / 3", tiny: "nine / 800000", half: "nine / 2", x: formula },
      },
    });
    expect(figure("d.x").filled).toBe(expected);
  });
});

describe("basis and period", () => {
  const sketches: Readonly<Record<string, Sketch>> = {
    d: {
      figures: {
        spent: { ...number("5", million), basis: "outturn", period: "2021" },
        paid: { ...number("6", million), basis: "outturn", period: "2021" },
        planned: { ...number("7", million), basis: "plan", period: "2022" },
      },
      once: { both: "spent + paid", mixed: "planned - spent", more: "mixed + planned" },
    },
  };

  it("are those of the inputs where all have the same, and else none", async () => {
    const figure = await figuresOf(sketches);
    expect(figure("d.both")).toMatchObject({ basis: "outturn", period: "2021" });
    for (const id of ["d.mixed", "d.more"]) {
      expect(figure(id)).not.toHaveProperty("basis");
      expect(figure(id)).not.toHaveProperty("period");
    }
  });

  it("bring a warning where a formula sets a plan against an outturn, and none where it doesn't", async () => {
    const problems = await problemsOf(sketches);
    expect(problems.map((each) => [each.level, each.code, each.message])).toEqual([
      ["warning", "basis/mixed", '"planned - spent" sets what was planned against what was done'],
    ]);
  });
});
