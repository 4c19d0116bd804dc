import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WhatChanged } from "../../pipeline/model/edition.ts";
import { edit, openFolder, publish, texts, verify, type Result } from "./house.ts";

/** Two editions compared show every planted difference, and no other. */

const FACTS = "data/rail/facts.yaml";
const PROSE = "templates/rail/prose.md.hbs";
const BUDGET = "data/rail/budget.yaml";

const FIRST_FACTS = `title: Facts of the railways
source: rail-2025
class: literature
rounding: exact
figures:
  trains: { value: 20, unit: count of trains }
  stops: { value: 41, unit: count of stops }
  cost: { value: 3.5, unit: EUR million, rounding: unknown }
  fine: { value: 4.20, unit: EUR million, rounding: unknown }
  seats: { value: 90, unit: count of seats }
  halts: { value: 5, unit: count of halts }
  unseen: { value: 1, unit: count of things }
  tracks: { value: 30, unit: count of tracks, source: survey }
columns:
  line: { type: id }
  delay: { unit: count of minutes }
rows:
  - { line: coast, delay: 12 }
  - { line: valley, delay: ":" }
  - { line: ridge, delay: 7 }
  - { line: shore, delay: 8 p }
  - { line: lake, delay: ":" }
`;
const FIRST_WORDS = `
## Facts

This sentence moves. There are {{figure facts.trains}} on the coast. Tickets cost {{figure facts.cost}}. A fine costs
{{figure facts.fine}}. A train has {{figure facts.seats}}. On the ridge {{figure facts.halts}} stand. Nobody rides free. Who pays, pays the
state. {{abbr "EU" "European Union"}}: {{figure facts.stops}}. It is *said* that {{figure facts.tracks}} lie there. Some read
the [count](https://example.org/count). A mark stands here.{{discrepancy "doubt"}} Or it stands here. Read on.{{note "survey"}} Or
read here. The last sentence stays.

{{table "delays"}}
`;
const SURVEY = "survey: { type: report, title: Tracks, publisher: The Survey, issued: 2024 }\n";
const DOUBT = `doubt:
  { at: [facts.trains], found: 2026-03-01, says: The report says trains of engines., resolution: Trains are counted. }
`;
const DELAYS = `rows: facts
caption: Delays by line
columns:
  - { column: line, heading: Line, head: true }
  - { column: delay, heading: Minutes }
`;

interface ChangesFile extends WhatChanged {
  readonly substantial: boolean;
  readonly figures: readonly { readonly id: string; readonly change: string }[];
}
const changesIn = (folder: string, edition: string): ChangesFile =>
  JSON.parse(utf8(folder, edition, "changes.json")) as ChangesFile;
const utf8 = (folder: string, edition: string, path: string): string =>
  Buffer.from(texts(folder, `site/rail/editions/${edition}`).get(path) ?? "", "latin1").toString("utf8");

async function must(publishing: Promise<Result>): Promise<string> {
  const { exit, out, problems } = await publishing;
  if (exit !== 0) throw new Error(problems);
  return out;
}

let folder = "";
const said: string[] = [];
beforeAll(async () => {
  folder = openFolder();
  writeFileSync(join(folder, FACTS), FIRST_FACTS);
  writeFileSync(join(folder, "templates/rail/tables/delays.yaml"), DELAYS);
  appendFileSync(join(folder, "data/rail/sources.yaml"), SURVEY);
  appendFileSync(join(folder, "data/rail/discrepancies.yaml"), DOUBT);
  edit(folder, PROSE, '{{chart "shift"}}\n', `{{chart "shift"}}\n${FIRST_WORDS}`);
  said.push(await must(publish(folder, "first", "2026-03-01")));
  said.push(await must(publish(folder, "revision", "2026-03-02", "Nothing moved")));
  const plant = (file: string, from: string, to: string): void => edit(folder, file, from, to);
  plant(BUDGET, "share_2025: 57", "share_2025: 56");
  plant(BUDGET, "share_2025: 36", "share_2025: 37");
  plant(FACTS, "value: 20", "value: 22");
  plant(FACTS, "unseen: { value: 1", "unseen: { value: 2");
  plant(FACTS, "value: 3.5,", "value: 3.50,");
  plant(FACTS, "value: 4.20", "value: 4.2");
  plant(FACTS, "count of seats", "count of beds");
  plant(FACTS, "  halts: { value: 5, unit: count of halts }\n", "  guards: { value: 7, unit: count of guards }\n");
  plant(FACTS, "delay: 12", 'delay: ":"');
  plant(FACTS, 'line: valley, delay: ":"', "line: valley, delay: 9");
  plant(FACTS, "ridge, delay: 7", "ridge, delay: 7 p");
  plant(FACTS, 'lake, delay: ":"', 'lake, delay: "c"');
  plant(PROSE, "This sentence moves. ", "");
  plant(PROSE, "stays.\n\n", "stays. This sentence moves.\n\n");
  plant(PROSE, "On the ridge {{figure facts.halts}} stand. ", "");
  plant(PROSE, "Nobody rides free.", "Nobody rides free on a day.");
  plant(PROSE, "The last sentence", "With them ride {{figure facts.guards}}. The last sentence");
  plant(PROSE, "## Facts", "## The facts");
  plant("templates/rail/tables/delays.yaml", "Delays by line", "Delays by line, in minutes");
  plant("data/rail/brief.yaml", "Byron }", "Byron }, { given: Li, family: Wei }");
  plant("data/rail/brief.yaml", "keywords: [railways, public money]", "keywords: [railways]\nlicence: CC BY 4.0");
  plant("data/rail/brief.yaml", "institution: The Rail Observatory", "institution: The Observatory");
  plant("templates/rail/tables/delays.yaml", "heading: Minutes", 'heading: "Minutes, of {{figure facts.trains}}"');
  plant(PROSE, '"European Union"', '"Eastern Union"');
  plant(FACTS, "count of stops }", "count of stops, source: other }");
  plant(
    "data/rail/sources.yaml",
    "rail-2025:",
    "other: { type: report, title: Stops, publisher: The Stops, issued: 2025 }\nrail-2025:",
  );
  plant(FACTS, "title: Facts of the railways", "title: Facts of railways");
  plant(BUDGET, "label: Towns", "label: Communes");
  plant(PROSE, "*said* that", "said *that*");
  plant(PROSE, "example.org/count", "example.org/counts");
  plant(PROSE, 'here.{{discrepancy "doubt"}} Or it stands here.', 'here. Or it stands here.{{discrepancy "doubt"}}');
  plant(PROSE, 'on.{{note "survey"}} Or\nread here.', 'on. Or\nread here.{{note "survey"}}');
  plant("data/rail/sources.yaml", "Railway accounts", "Accounts of the railways");
  said.push(await must(publish(folder, "revision", "2026-04-01", "Much moved")));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("of two editions that say the same, nothing is told, and nothing stands at the top", () => {
  expect(changesIn(folder, "2026-03-02")).toMatchObject({ changes: [], sentences: [], charts: [], substantial: false });
  expect(utf8(folder, "2026-03-02", "index.html")).not.toContain("page_notice");
});

test("an editor is told how much an edition says otherwise, and where it says nothing otherwise", () => {
  expect(said).toEqual([
    expect.stringMatching(/^rail: published as 2026-03-01, \d+ files\n$/),
    expect.stringMatching(/^rail: published as 2026-03-02, \d+ files; nothing in it differs from 2026-03-01\n$/),
    expect.stringMatching(
      /^rail: published as 2026-04-01, \d+ files; against 2026-03-02: 16 figures, 30 sentences, 1 chart, some of it substantial\n$/,
    ),
  ]);
});

describe("of two editions", () => {
  test("every figure that moved is told, once, and no other", () => {
    const told = changesIn(folder, "2026-04-01").changes.map(({ figure, change, old, new: now, by }) =>
      [change, figure, old ?? "-", now ?? "-", ...(by === undefined ? [] : [by])].join(" | "),
    );
    expect(told).toEqual([
      "flipped | budget.state.shift | rose | may have risen or fallen",
      "revised | budget.state.shift | +EUR 7.5 million | +EUR 3.0 million | −EUR 4.52 million; −59.9 per cent",
      "revised | budget.riders.points | +3 percentage points | +4 percentage points | +1 percentage point",
      "revised | budget.riders.share_2025 | 36 per cent | 37 per cent | +1 percentage point",
      "revised | budget.riders.shift | EUR 27.4 million | EUR 31.9 million | +EUR 4.52 million; +16.5 per cent",
      "revised | budget.state.points | −4 percentage points | −5 percentage points | −1 percentage point",
      "revised | budget.state.share_2025 | 57 per cent | 56 per cent | −1 percentage point",
      "revised | facts.trains | 20 trains | 22 trains | +2 trains; +10 per cent",
      "became-gap | facts.coast.delay | 12 minutes | -",
      "became-number | facts.valley.delay | - | 9 minutes",
      "refined | facts.cost | EUR 3.5 million | EUR 3.50 million",
      "widened | facts.fine | EUR 4.20 million | EUR 4.2 million",
      "redefined | facts.seats | 90 seats | 90 beds",
      "new | facts.guards | - | 7 guards",
      "withdrawn | facts.halts | 5 halts | -",
      "shown-differently | facts.ridge.delay | - | -",
      "shown-differently | facts.stops | - | -",
    ]);
  });

  test("the flag of a number is told in words, and the record that holds it can be read", async () => {
    const { changes } = changesIn(folder, "2026-04-01");
    const flagged = changes.find(({ figure }) => figure === "facts.ridge.delay");
    expect(flagged?.definition).toEqual([{ what: "flags", new: "provisional" }]);
    expect(utf8(folder, "2026-04-01", "changes.md")).toContain("status none → provisional");
    expect(await verify(folder)).toMatchObject({ exit: 0, problems: "" });
  });

  test("one that neither shows is told to programs alone", () => {
    const { figures } = changesIn(folder, "2026-04-01");
    expect(figures.find(({ id }) => id === "facts.unseen")).toMatchObject({ change: "revised" });
  });

  test("the second says at its top that it says something else", () => {
    expect(utf8(folder, "2026-04-01", "index.html")).toMatch(/id="page_notice"[\s\S]*Much moved[\s\S]*id="summary"/);
  });

  test("every sentence that differs is told, once, and none that only moved", () => {
    const told = changesIn(folder, "2026-04-01").sentences.map(
      ({ where, old, new: now }) => `${where}: ${old ?? "-"} | ${now ?? "-"}`,
    );
    expect(told).toEqual([
      "Authors: Ada Byron | Ada Byron, Li Wei",
      "Institution: The Rail Observatory | The Observatory",
      "Keywords: railways, public money | railways",
      "Licence: - | CC BY 4.0",
      "Summary: The state’s share fell to 57 per cent, while its money rose. | The state’s share fell to 56 per cent, while its money may have risen or fallen.",
      "Table 1: Towns | Communes",
      "Table 1: Railway accounts, Ministry of Transport, 14 November 2025. | Accounts of the railways, Ministry of Transport, 14 November 2025.",
      "Figure 1: Railway accounts, Ministry of Transport, 14 November 2025. | Accounts of the railways, Ministry of Transport, 14 November 2025.",
      "The facts: Facts | The facts",
      "The facts: There are 20 trains on the coast. | There are 22 trains on the coast.",
      "The facts: Tickets cost EUR 3.5 million. | Tickets cost EUR 3.50 million.",
      "The facts: A fine costs EUR 4.20 million. | A fine costs EUR 4.2 million.",
      "The facts: A train has 90 seats. | A train has 90 beds.",
      "The facts: On the ridge 5 halts stand. | -",
      "The facts: Nobody rides free. | Nobody rides free on a day.",
      "The facts: It is *said* that 30 tracks lie there. | It is said *that* 30 tracks lie there.",
      "The facts: Some read the [count](https://example.org/count). | Some read the [count](https://example.org/counts).",
      "The facts: A mark stands here.[b] | A mark stands here.",
      "The facts: Or it stands here. | Or it stands here.[b]",
      "The facts: Read on.[2] | Read on.",
      "The facts: Or read here. | Or read here.[2]",
      "The facts: - | With them ride 7 guards.",
      "Table 2: Delays by line | Delays by line, in minutes",
      "Table 2: Minutes | Minutes, of 22 trains",
      "Table 2, lake, Minutes, of 22 trains: : | c",
      "Table 2: p provisional; : not available | p provisional; : not available; c confidential",
      "Table 2: Railway accounts, Ministry of Transport, 14 November 2025. | Accounts of the railways, Ministry of Transport, 14 November 2025.",
      "EU: European Union | Eastern Union",
      "Note 1: Railway accounts, Ministry of Transport, 14 November 2025. | Accounts of the railways, Ministry of Transport, 14 November 2025.",
      "How the numbers were made: Facts of the railways | Facts of railways",
    ]);
  });

  test("no line ends within an amount of a sentence, whichever of its words differ", () => {
    const page = utf8(folder, "2026-04-01", "index.html");
    expect(page).toContain("Before: Tickets cost EUR\u00A0<del>3.5</del>\u00A0million.");
    expect(page).toContain("Now: Tickets cost EUR\u00A0<ins>3.50</ins>\u00A0million.");
    expect(utf8(folder, "2026-04-01", "changes.md")).not.toContain("\u00A0");
    expect(JSON.stringify(changesIn(folder, "2026-04-01").sentences)).not.toContain("\u00A0");
  });

  test("a chart that is drawn otherwise is kept as it was", () => {
    expect(changesIn(folder, "2026-04-01").charts).toMatchObject([
      { chart: "shift", old: "charts/before/shift.svg", new: "charts/shift.svg" },
    ]);
    expect(utf8(folder, "2026-04-01", "charts/before/shift.svg")).toBe(utf8(folder, "2026-03-01", "charts/shift.svg"));
  });
});
