import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { composeBrief } from "../../pipeline/build.ts";
import { openHost } from "../../pipeline/host/host.ts";
import type { Rendered } from "../../pipeline/model/brief.ts";
import type { Doc } from "../../pipeline/model/doc.ts";
import { provePage } from "../../pipeline/prove/page.ts";
import { provePdf } from "../../pipeline/prove/pdf.ts";
import { render } from "../../pipeline/render/render.ts";
import { layInput } from "../case-runner/input.ts";
import { closeFolder, openFolder } from "../page/built.ts";

const folder = openFolder();
let brief: Rendered;
beforeAll(async () => {
  layInput(join(import.meta.dirname, "..", "cases", "page-with-right-to-left-quotations"), folder);
  const at = (name: string): string => join(folder, name);
  const host = openHost({ data: at("data"), templates: at("templates"), out: at("out") });
  const composed = await composeBrief("rail", host, { strict: false });
  const rendered = composed.value && (await render(composed.value, host));
  if (rendered?.value === undefined) throw new Error(JSON.stringify(composed.problems));
  brief = rendered.value;
}, 60_000);
afterAll(() => closeFolder(folder));

/** What the proofs of the finished files find, where the brief says something else than they do. */
async function found(from: string, to: string): Promise<readonly (readonly string[])[]> {
  const text = JSON.stringify(brief.doc);
  expect(text).toContain(from);
  const other = { ...brief, doc: JSON.parse(text.replace(from, to)) as Doc };
  const page = await provePage(new TextDecoder().decode(brief.files.get("index.html")), other);
  const pdf = await provePdf(brief.files.get("rail.pdf") ?? new Uint8Array(), other);
  return [page, pdf].map(({ problems }) => problems.map(({ code }) => code));
}

test("quotations from right to left are read back whole, from the page and from the PDF", async () => {
  expect(await found("הנוסעים", "הנוסעים")).toEqual([[], []]);
});

test.each([
  ["a letter", "הנוסעים", "הנוסעימ"],
  ["two words that change places", "משלמים ", "םימלשמ "],
  ["a bound number", '"text":"36"', '"text":"63"'],
  ["a year", "בשנת 2025", "בשנת 2052"],
  ["a bracket", "(באמצעות", ")באמצעות"],
  ["a Latin name", "Ministry of Transport) את", "Ministry of Transprot) את"],
  ["a mark on a letter", "سؤالٌ", "سؤالً"],
  ["the letters of a ligature", "ولا إلى", "وال إلى"],
])("%s that differs is found in both", async (_, from, to) => {
  const [page, pdf] = await found(from, to);
  expect(page).toContain("proof/text");
  expect(pdf).toContain("proof/text");
});
