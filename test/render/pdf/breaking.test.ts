import { array, assert, boolean, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { lineEnds, type Box } from "../../../pipeline/render/pdf/layout/breaking.ts";
import { hyphenation } from "../../../pipeline/render/pdf/layout/hyphens.ts";

const SPACE = 3;
const word = (width: number, after: Box["after"] = "free"): Box => ({ width: width + SPACE, space: SPACE, after });
const part = (width: number): Box => ({ width, space: 0, after: "hyphen" });
const lines = (boxes: readonly Box[], ends: readonly number[]): readonly (readonly Box[])[] =>
  ends.map((end, i) => boxes.slice(ends[i - 1] ?? 0, end));
const widthOf = (line: readonly Box[]): number =>
  line.reduce((sum, { width }) => sum + width, 0) - (line.at(-1)?.space ?? 0);

const ragged = { width: 100, hyphen: 3, justified: false };
const justified = { ...ragged, justified: true };

describe("the lines of a paragraph", () => {
  const box = record({
    width: integer({ min: 1, max: 60 }),
    after: constantFrom<Box["after"][]>("free", "free", "free", "never", "hyphen", "forced"),
  });
  const boxes = array(
    box.map(({ width, after }) => (after === "hyphen" ? part(width) : word(width, after))),
    {
      minLength: 1,
      maxLength: 80,
    },
  );

  test("hold every box once, end where they may, and are no longer than the measure where that can be", () => {
    assert(
      property(boxes, boolean(), (all, just) => {
        const ends = lineEnds(all, just ? justified : ragged);
        expect(ends.at(-1)).toBe(all.length);
        expect(ends).toEqual([...new Set(ends)].toSorted((a, b) => a - b));
        ends.slice(0, -1).forEach((end) => expect(all[end - 1]?.after).not.toBe("never"));
        for (const [i, line] of lines(all, ends).entries()) {
          const shrink = just ? line.slice(0, -1).reduce((sum, { space }) => sum + space, 0) * 0.2 : 0;
          const hyphen = i < ends.length - 1 && line.at(-1)?.after === "hyphen" ? 3 : 0;
          const could = line.slice(0, -1).some(({ after }) => after !== "never");
          expect(could ? widthOf(line) + hyphen - shrink : 0).toBeLessThanOrEqual(100.01);
          expect(line.slice(0, -1).some(({ after }) => after === "forced")).toBe(false);
        }
      }),
    );
  });

  test("look ahead: a line is left shorter so that the next is not much shorter still", () => {
    // Greedy: 40 40 | 10 60 | 90 would leave 37 of a line empty between two full ones.
    const all = [word(40), word(37), word(13), word(60), word(90)];
    expect(lineEnds(all, justified)).not.toEqual([]);
    const rag = lines(all, lineEnds(all, ragged)).map((line) => 100 - widthOf(line));
    expect(Math.max(...rag.slice(0, -1))).toBeLessThan(30);
  });

  test("divide no word where there is no need, and no two running", () => {
    const whole = [word(48), word(48), part(20), word(20), word(40)];
    expect(lineEnds(whole, ragged)).toEqual([2, 5]);
  });

  test("leave no rest of a divided word on the last line, where the spaces before can be stretched instead", () => {
    const row = [word(15), word(15), word(15), word(15), word(15)];
    expect(lineEnds([...row, part(7), word(12)], justified)).toEqual([5, 7]);
    // With more words beside it, it is no line of its own.
    expect(lineEnds([...row, part(7), word(12), word(9)], justified)).toEqual([6, 8]);
    // In a word or two there is nothing to stretch.
    expect(lineEnds([word(40), part(54), word(12)], justified)).toEqual([2, 3]);
  });
});

describe("hyphenation", () => {
  test("divides words of the language, and leaves names, acronyms and short words whole", async () => {
    const english = await hyphenation("en-GB");
    expect(english?.("development")).toBe("de\u00advel\u00adop\u00adment");
    for (const each of ["Development", "ANSO", "water", "2022"]) expect(english?.(each)).toBe(each);
    const german = await hyphenation("de");
    expect(german?.("Zusammenarbeit")).toContain("\u00ad");
    expect(german?.("Zusammenarbeit").replaceAll("\u00ad", "")).toBe("Zusammenarbeit");
  });

  test("has no patterns for a language that it does not know", async () => {
    expect(await hyphenation("tlh")).toBeUndefined();
  });
});
