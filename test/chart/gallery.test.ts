import { expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import type { Drawing } from "../../pipeline/model/drawing.ts";
import { brief, host } from "./fixture.ts";
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
  for (const design of GALLERY) {
    const alone = await drawn([design]);
    expect(alone.get(design.id)).toEqual(together.get(design.id));
  }
}, 60_000);
