import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBack } from "../render/pdf/read.ts";
import { edit, footing, openFolder, publish, verify } from "./house.ts";

/** Two editions, between which mistakes and news were planted: what changed tells every one of them, and no other. */

const BUDGET = "data/rail/budget.yaml";
const PROSE = "templates/rail/prose.md.hbs";
let folder = "";
beforeAll(async () => {
  folder = openFolder();
  edit(
    folder,
    PROSE,
    "{{table",
    "A sentence that goes. A sentence that stays. The towns pay {{figure budget.towns.share_2025}}.\n\n{{table",
  );
  edit(
    folder,
    PROSE,
    "## Lines",
    'Their share {{move budget.towns.points up="rose" down="fell" undetermined="may have risen or fallen"}}.\n\n## Lines',
  );
  edit(folder, "templates/rail/charts/shift.vl.json", '"domain": [0, 50]', '"domain": [-20, 60]');
  await publish(folder, "first", "2026-03-01", "The accounts are out");
  // The share of the towns turns from a rise into a fall; the state takes what they lose.
  edit(folder, BUDGET, "share_2025: 57", "share_2025: 59");
  edit(folder, BUDGET, "share_2025: 7", "share_2025: 5");
  edit(folder, PROSE, "A sentence that goes. ", "");
  edit(folder, PROSE, "{{chart", "A sentence that comes.\n\n{{chart");
  await publish(folder, "revision", "2026-04-01", "The accounts were revised");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const frozen = (file: string): Buffer => readFileSync(join(folder, "site/rail/editions/2026-04-01", file));
interface Told {
  readonly substantial: boolean;
  readonly changes: readonly {
    readonly figure: string;
    readonly change: string;
    readonly old?: string;
    readonly new?: string;
    readonly by?: string;
  }[];
  readonly sentences: readonly { readonly old?: string; readonly new?: string }[];
  readonly charts: readonly { readonly chart: string; readonly before?: string; readonly now?: string }[];
}
const told = (): Told => JSON.parse(frozen("changes.json").toString().replaceAll("\u00a0", " ")) as Told;

describe("what changed", () => {
  test("tells the word that turned first, then every figure that is printed otherwise, and no other", () => {
    const { changes, substantial } = told();
    expect(substantial).toBe(true);
    expect(changes[0]).toMatchObject({ figure: "budget.towns.points", change: "word", old: "rose", new: "fell" });
    const names = changes.map(({ figure }) => figure);
    expect(names).toContain("budget.towns.share_2025");
    expect(changes).toContainEqual({
      figure: "budget.state.share_2025",
      change: "revised",
      old: "57 per cent",
      new: "59 per cent",
      by: "+2",
    });
    // Neither the riders' share nor the totals moved.
    expect(names.filter((name) => /riders\.share|total/.test(name))).toEqual([]);
  });

  test("tells the sentences that differ, side by side, and none that stayed", () => {
    const { sentences } = told();
    expect(sentences).toContainEqual({ old: "A sentence that goes." });
    expect(sentences).toContainEqual({ new: "A sentence that comes." });
    expect(sentences).toContainEqual({ old: "The towns pay 7 per cent.", new: "The towns pay 5 per cent." });
    expect(sentences).toContainEqual({ old: "Their share rose.", new: "Their share fell." });
    expect(JSON.stringify(sentences)).not.toContain("that stays");
    expect(JSON.stringify(sentences)).not.toContain("Passengers pay more than a third");
  });

  test("shows the chart before and after, and its links lead to both", () => {
    const [chart, ...others] = told().charts;
    expect([chart, others]).toEqual([
      { chart: "shift", before: "../2026-03-01/charts/shift.svg", now: "charts/shift.svg" },
      [],
    ]);
    expect(frozen(chart?.before ?? "").equals(frozen(chart?.now ?? ""))).toBe(false);
  });

  test("is in the page, in the PDF, in changes.md and in the feed, with a notice at the top", async () => {
    const page = frozen("index.html").toString();
    expect(page).toMatch(/<p class="notice" role="note">This edition differs in substance from that of 1 March 2026\./);
    expect(page).toContain("<del>A sentence that goes.</del>");
    const { pages } = await readBack(new Uint8Array(frozen("rail.pdf")));
    const pdf = pages
      .map(({ text }) => text)
      .join(" ")
      .replaceAll(/\s+/g, " ");
    expect(pdf).toContain("This edition differs in substance from that of 1 March 2026.");
    expect(pdf).toMatch(/budget\.towns\.points, word turned: rose → fell/);
    expect(pages[0]?.text).toContain("differs in substance");
    const markdown = frozen("changes.md").toString();
    expect(markdown.split("\n").find((line) => line.startsWith("- "))).toBe(
      "- `budget.towns.points`, word turned: rose → fell",
    );
    expect(markdown).toContain("![shift, before](../2026-03-01/charts/shift.svg) ![shift, now](charts/shift.svg)");
    expect(readFileSync(join(folder, "site/rail/feed.xml"), "utf8")).toContain("budget.towns.points: rose → fell.");
  });

  test("is told again, to the byte, when the published edition is built from its data", async () => {
    edit(folder, "data/rail/brief.yaml", "date: 2026-03-02", "date: 2026-04-01");
    edit(folder, "data/rail/brief.yaml", "kind: first", "kind: revision");
    await footing(folder, "build");
    const out = (file: string): Buffer => readFileSync(join(folder, "out/rail", file));
    for (const file of ["index.html", "rail.pdf", "changes.json"])
      expect(out(file).equals(frozen(file)), file).toBe(true);
  });

  test("a withdrawal leaves a page with its reason, and what was published stays", async () => {
    expect(await publish(folder, "withdrawal", "2026-05-01", "The accounts were forged")).toMatchObject({ exit: 0 });
    const page = readFileSync(join(folder, "site/rail/index.html"), "utf8");
    expect(page).toContain("This brief was withdrawn on 1 May 2026. The accounts were forged");
    expect(page).not.toContain("Passengers pay");
    expect(page).toContain('href="editions/2026-04-01/"');
    expect(await verify(folder)).toMatchObject({ exit: 0 });
  });
});
