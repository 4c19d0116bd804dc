import { beforeAll, describe, expect, test } from "vitest";
import { layOut, type ChartInput, type Layout } from "../../pipeline/chart/draw.ts";
import { unfaithful } from "../../pipeline/chart/finished.ts";
import { isObject } from "../../pipeline/chart/json.ts";
import { chartRows, type Datum } from "../../pipeline/chart/rows.ts";
import { elements, textOf, type SvgElement } from "../../pipeline/chart/svg-tree.ts";
import type { ChartDesign } from "../../pipeline/model/template.ts";
import { openTypefaces, type Typefaces } from "../../pipeline/type/typefaces.ts";
import { brief, host, sharesChart, shiftChart, studentsChart } from "./fixture.ts";
import { GALLERY } from "./gallery.ts";

/** What a damaged SVG shows is held against the scene that Vega painted; a change of data against the drawing before it. */

let typefaces: Typefaces;
beforeAll(async () => {
  typefaces = await openTypefaces(host);
});

function inputOf(design: ChartDesign): ChartInput {
  const sample = brief([design]);
  const dataset = sample.datasets.get(design.rows);
  if (dataset === undefined || !isObject(design.spec.json)) throw new Error(`${design.id} has no rows or no spec`);
  const { rows } = chartRows(sample, dataset, design.words);
  const spec = design.spec.json;
  return { id: design.id, spec, narrowSpec: spec, rows, theme: sample.theme, language: sample.language };
}

const FRAME = { name: "wide", width: 640, leastSize: 11 } as const;
const drawn = async (design: ChartDesign): Promise<Layout> => await layOut(inputOf(design), FRAME, typefaces);

/** The drawing with one element changed, or taken out. */
function damaged(
  svg: SvgElement,
  target: SvgElement,
  change: (element: SvgElement) => SvgElement | undefined,
): SvgElement {
  const children = svg.children.flatMap((child): (SvgElement | string)[] => {
    if (typeof child === "string") return [child];
    if (child !== target) return [damaged(child, target, change)];
    return [change(child) ?? []].flat();
  });
  return { ...svg, children };
}

const painted = (svg: SvgElement, tag: string): readonly SvgElement[] => {
  const clipped = new Set(
    [...elements(svg)].filter((each) => each.tag === "clipPath").flatMap((clip) => [...elements(clip)]),
  );
  return [...elements(svg)].filter((each) => each.tag === tag && !clipped.has(each));
};

const digitChanged = (element: SvgElement): SvgElement => ({
  ...element,
  children: [textOf(element.children).replace(/\d/, (digit) => String((Number(digit) + 1) % 10))],
});

/** A bar that is a tenth longer: the first length across, or down, in its path. */
const lengthened =
  (along: "h" | "v") =>
  (element: SvgElement): SvgElement => {
    const d = (element.attributes.get("d") ?? "").replace(
      new RegExp(`${along}(-?[\\d.]+)`),
      (_, length: string) => `${along}${Number(length) * 1.1}`,
    );
    return { ...element, attributes: new Map([...element.attributes, ["d", d] as const]) };
  };

const lengthOf = (element: SvgElement, along: "h" | "v"): number =>
  Math.abs(Number(new RegExp(`${along}(-?[\\d.]+)`).exec(element.attributes.get("d") ?? "")?.[1] ?? 0));

const moved = (element: SvgElement): SvgElement => {
  const transform = `translate(${[...(element.attributes.get("transform") ?? "translate(0,0)").matchAll(/-?[\d.]+/g)].map(([number], index) => Number(number) + (index === 0 ? 2 : 0)).join(",")})`;
  return { ...element, attributes: new Map([...element.attributes, ["transform", transform] as const]) };
};

const CHARTS = [sharesChart(), shiftChart(), studentsChart(), ...GALLERY].map((design) => [design.id, design] as const);

describe.each(CHARTS)("%s as finished", (_, design) => {
  let layout: Layout;
  beforeAll(async () => {
    layout = await drawn(design);
  });
  const seen = (svg: SvgElement): boolean => unfaithful(svg, layout.scene).length > 0;

  test("shows what was drawn", () => {
    expect(unfaithful(layout.svg, layout.scene)).toEqual([]);
    expect(layout.scene.marks.length).toBeGreaterThan(0);
  });

  test("is caught without any one of its labels, and with any digit of them changed", () => {
    const texts = painted(layout.svg, "text");
    for (const text of texts) expect(seen(damaged(layout.svg, text, () => undefined))).toBe(true);
    for (const text of texts.filter(({ children }) => /\d/.test(textOf(children))))
      expect(seen(damaged(layout.svg, text, digitChanged))).toBe(true);
  });

  test("is caught without any one of its marks, and with any of them moved", () => {
    for (const mark of [...painted(layout.svg, "path"), ...painted(layout.svg, "line")]) {
      expect(seen(damaged(layout.svg, mark, () => undefined))).toBe(true);
      expect(seen(damaged(layout.svg, mark, moved))).toBe(true);
    }
  });

  test("is caught with any bar a tenth too long", () => {
    const bars = painted(layout.svg, "path").flatMap((mark) =>
      (["h", "v"] as const).filter((along) => lengthOf(mark, along) > 1).map((along) => ({ mark, along })),
    );
    for (const { mark, along } of bars) expect(seen(damaged(layout.svg, mark, lengthened(along)))).toBe(true);
  });
});

describe.each([sharesChart(), shiftChart(), studentsChart()].map((design) => [design.id, design] as const))(
  "%s as it was",
  (_, design) => {
    test("is caught once any digit of any number that it shows is another", async () => {
      const input = inputOf(design);
      const before = await layOut(input, FRAME, typefaces);
      const shown = new Set(
        before.marks.flatMap(({ scaled, texts }) => [
          ...[...scaled.x, ...scaled.y].map(({ field }) => field),
          ...texts,
        ]),
      );
      for (const [index, row] of input.rows.data.entries()) {
        for (const [field, value] of Object.entries(row)) {
          if (!shown.has(field) || value === null || !/\d/.test(String(value))) continue;
          const data = input.rows.data.with(index, { ...row, [field]: anotherDigit(value) });
          const after = await layOut({ ...input, rows: { ...input.rows, data } }, FRAME, typefaces);
          expect(unfaithful(before.svg, after.scene), `${String(row["row"])} ${field}`).not.toEqual([]);
        }
      }
    }, 120_000);
  },
);

/** A number or its text with the first digit but one changed, or the only one. */
function anotherDigit(value: string | number): Datum[string] {
  const changed = String(value).replace(/(\d\D?)(\d)|\d/, (whole, first?: string, second?: string) =>
    second === undefined ? String((Number(whole) + 1) % 10) : `${first ?? ""}${(Number(second) + 1) % 10}`,
  );
  return typeof value === "number" ? Number(changed) : changed;
}
