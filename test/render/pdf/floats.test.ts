import { expect, test } from "vitest";
import type { Block, Doc } from "../../../pipeline/model/doc.ts";
import { layOut } from "../../../pipeline/render/pdf/printer.ts";
import { settingFor } from "../../../pipeline/render/pdf/setting.ts";
import { doc } from "./fixture.ts";
import { drawings, language, theme, typefaces } from "./house.ts";
import { paragraph, place, section, see, text } from "./kit.ts";
import { chart, countriesTable } from "./tables.ts";

const lines = (count: number, name: string): Block =>
  paragraph(text(Array.from({ length: count * 7 }, (_, i) => `${name}${i} of text`).join(" ")));
const drawn = { ...chart(), title: [text("The chart")] };

/** The pages of a brief of these blocks, as their texts in the order of printing. */
async function pages(...blocks: readonly Block[]): Promise<readonly string[]> {
  const cover = { ...doc.cover, contents: false };
  const one: Doc = { ...doc, cover, body: [section("s", 1, "S", "text", ...blocks)], notes: [], discrepancies: [] };
  const house = { drawings: drawings(), data: new Map(), theme, language, typefaces: await typefaces() };
  const laidOut = await layOut(settingFor({ doc: one, ...house }));
  return laidOut.pages.map((marks) =>
    marks
      .flatMap((mark) => (mark.kind === "line" ? [mark] : []))
      .map(({ line }) => line.runs.map((run) => run.text).join(""))
      .join("\n"),
  );
}

test("a chart that finds no room goes to the top of the next page, and the text goes on", async () => {
  const [first, second] = await pages(lines(16, "before"), drawn, lines(30, "after"));
  expect(first).toContain("after0 ");
  expect(first).not.toContain("The chart");
  expect(second?.indexOf("The chart")).toBeLessThan(second?.indexOf("after") ?? -1);
});

test("a chart that finds room stands where the author put it", async () => {
  const [first] = await pages(lines(3, "before"), drawn, lines(3, "after"));
  expect(first?.indexOf("before20")).toBeLessThan(first?.indexOf("The chart") ?? -1);
  expect(first?.indexOf("The chart")).toBeLessThan(first?.indexOf("after0") ?? -1);
});

test("no chart stands before the text first speaks of it", async () => {
  const mention = paragraph(text("So says "), see(drawn.id, "Figure 1"), text(", and more."));
  const [first] = await pages(drawn, lines(2, "before"), mention, lines(2, "after"));
  expect(first?.indexOf("and more")).toBeLessThan(first?.indexOf("The chart") ?? -1);
  expect(first?.indexOf("The chart")).toBeLessThan(first?.indexOf("after0") ?? -1);
});

test("charts and tables keep their order", async () => {
  const all = (await pages(lines(16, "before"), drawn, countriesTable(), lines(40, "after"))).join("\n");
  expect(all.indexOf("The chart")).toBeLessThan(all.indexOf("Table"));
});

test("a table that is longer than a page goes on under its heads, and says so", async () => {
  const table = countriesTable();
  const rows = Array.from({ length: 12 }, () => table.rows.filter(({ kind }) => kind === "body")).flat();
  const all = await pages({ ...table, rows });
  expect(all.length).toBeGreaterThan(1);
  for (const page of all.slice(1)) expect(page).toMatch(/^Table\u00a02, continued\n.*Country/su);
});

test("what waits at the end of the text comes before the discrepancies of the sources", async () => {
  const cover = { ...doc.cover, contents: false };
  const body = [section("s", 1, "S", "text", lines(16, "before"), drawn, lines(2, "after"))];
  const house = { drawings: drawings(), data: new Map(), theme, language, typefaces: await typefaces() };
  const { pages: made } = await layOut(settingFor({ doc: { ...doc, cover, body }, ...house }));
  const all = made
    .flat()
    .flatMap((mark) => (mark.kind === "line" ? mark.line.runs.map((run) => run.text) : []))
    .join("\n");
  expect(all.indexOf("The chart")).toBeGreaterThan(all.indexOf("after0"));
  expect(all.indexOf("The chart")).toBeLessThan(all.indexOf("Discrepancies in the sources"));
});

test("a list that begins at seven is numbered from seven", async () => {
  const list: Block = {
    kind: "list",
    id: drawn.id,
    ordered: true,
    start: 7,
    items: [[lines(1, "a")], [lines(1, "b")]],
    place,
  };
  const [first] = await pages(list);
  expect(first).toMatch(/7\.\na0 .*8\.\nb0 /su);
});
