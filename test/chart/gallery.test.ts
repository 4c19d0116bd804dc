import { expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import type { Drawing } from "../../pipeline/model/drawing.ts";
import { brief, design, host } from "./fixture.ts";
import { GALLERY } from "./gallery.ts";

async function drawn(designs: typeof GALLERY): Promise<ReadonlyMap<string, Drawing>> {
  const { value, problems } = await chart(brief(designs), host);
  expect(problems).toEqual([]);
  return value?.drawings ?? new Map<string, Drawing>();
}

test("charts of every kind are drawn, and nothing fails the audit", async () => {
  expect((await drawn(GALLERY)).size).toBe(GALLERY.length);
}, 60_000);

test("each is the same to the byte, alone and after the others in the other order", async () => {
  const together = await drawn(GALLERY.toReversed());
  for (const each of GALLERY) {
    const alone = await drawn([each]);
    expect(alone.get(each.id)).toEqual(together.get(each.id));
  }
}, 60_000);

test.each([
  ["without its other end", { y: { field: "label", type: "nominal" }, x: { field: "shift", type: "quantitative" } }],
  ["with an end for each axis", { x: { field: "shift", type: "quantitative" }, y2: { field: "shift_hi" } }],
])("an error bar %s is refused, since Vega-Lite would work one out", async (_, encoding) => {
  const spec = { data: { name: "anso" }, width: "container", height: 200, mark: "errorbar", encoding };
  const { problems } = await chart(brief([design("bars", "anso", JSON.stringify(spec), {})]), host);
  expect(problems.map(({ code }) => code)).toEqual(["chart/not-allowed"]);
  expect(problems[0]?.message).toContain("both ends");
});

test("a heat map whose colours are worked out between two is refused, with the classes as the way out", async () => {
  const color = { field: "shift", type: "quantitative", legend: null };
  const encoding = { y: { field: "label", type: "nominal", title: null }, color };
  const spec = { data: { name: "anso" }, width: "container", height: 200, mark: "rect", encoding };
  const { problems } = await chart(brief([design("heat", "anso", JSON.stringify(spec), {})]), host);
  expect(problems.some(({ hint }) => hint?.includes("threshold"))).toBe(true);
});
