import { describe, expect, test } from "vitest";
import { countries, crop, label, number, sectors, step } from "./gallery-specs.ts";
import { bar, dots, layered, lines, one, problemsOf, share } from "./specs.ts";

const pairs = (mark: unknown): ReturnType<typeof sectors> =>
  sectors("pairs", { height: 300, mark, encoding: { x: number("share_2021"), y: number("share_2022") } });
const size = (extra: object): object => ({
  x: number("shift"),
  size: { field: "share_2021", type: "quantitative", ...extra },
});

/** Drawings that are true, and in which nobody could see what they show. */
describe("numbers that could not be told", () => {
  test.each([
    [
      "points far from the end of their scale",
      one({ x: number("share_2022", { scale: { domain: [0, 5000] } }) }, dots),
    ],
    ["bars far from the end of their scale", one({ x: number("share_2022", { scale: { domainMax: 500 } }) })],
    [
      "lines far from the end of their scale",
      lines({ y: number("tonnes", { scale: { domain: [0, 10_000] } }), color: crop({ legend: {} }) }),
    ],
  ])("%s", async (_, design) =>
    expect((await problemsOf(design)).map(told).join("\n")).toMatch(/scale reaches [\d,]+ /),
  );

  test.each([
    ["a line between two measures", pairs("line"), "joins rows that do not follow on each other"],
    ["points between two measures, without names", pairs(dots), "Nothing says which point is of which row"],
    ["sizes without a legend", one(size({ legend: null }), dots), 'Nothing says how large "share_2021" is'],
    [
      "bars of ranks",
      countries("ranks", { height: step, mark: "bar", encoding: { y: label(), x: number("rank") } }),
      "is a rank, and the first would have the shortest bar",
    ],
    [
      "a layer whose filter lets no row through",
      layered(bar, {
        transform: [{ filter: "datum.row == 'nobody'" }],
        mark: "text",
        encoding: { x: share, text: { field: "label" } },
      }),
      'No row has "nobody" as its row',
    ],
    [
      "a layer whose filter asks for a number that no row has",
      layered(bar, {
        transform: [{ filter: "datum.share_2022 > 500" }],
        mark: "text",
        encoding: { x: share, text: { field: "label" } },
      }),
      'no row passes the filter of a layer that shows "share_2022"',
    ],
    [
      "a name that no row has, to be picked out",
      one({
        x: share,
        color: {
          condition: { test: { field: "row", oneOf: ["research", "reserch"] }, value: "theme:accent" },
          value: "theme:bar",
        },
      }),
      'No row has "reserch" as its row',
    ],
  ])("%s", async (_, design, message) => {
    const problems = await problemsOf(design);
    expect(problems.map(told).join("\n")).toContain(message);
    expect(problems.every(({ place, hint }) => place.line > 1 && (hint ?? "") !== "")).toBe(true);
  });
});

/** The same, in ways in which readers can. */
test.each([
  ["shares on a scale of the whole", one({ x: number("share_2022", { scale: { domain: [0, 100] } }) })],
  ["room for names beyond the longest bar", one({ x: number("share_2022", { scale: { domainMax: 90 } }) })],
])("%s", async (_, design) => expect(await problemsOf(design)).toEqual([]));

test("letters that the typeface lacks are told where they are typed", async () => {
  const design = layered({ mark: "bar", encoding: { x: number("share_2022", { title: "\u05D0" }) } });
  const [problem] = await problemsOf(design);
  expect(design.spec.text.split("\n")[(problem?.place.line ?? 0) - 1]).toContain('"title": "\u05D0"');
});

const told = ({ message }: { readonly message: string }): string => message;
