import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { layInput } from "../case-runner/input.ts";
import { edit, footing, serving, texts, type Result, type Served } from "./house.ts";

/** The life of the sample: its two editions as the repository keeps them, and a third that moved data bring. */

const root = join(import.meta.dirname, "..", "..");
const SAMPLE = "belt-and-road-science";
const ANSO = `data/${SAMPLE}/anso.yaml`;
const SITE = `site/${SAMPLE}/editions`;

let server: Served;
let served = "sector,plan\nsecretariat,6\ntraining,9\nresearch,23\nnetwork,3\nadvisory,3\nscholarships,56\n";
let folder = "";
beforeAll(async () => {
  server = await serving(() => served);
  folder = mkdtempSync(join(tmpdir(), "footing-life-"));
  cpSync(join(root, "data", SAMPLE), join(folder, "data", SAMPLE), { recursive: true });
  cpSync(join(root, "templates"), join(folder, "templates"), { recursive: true });
  cpSync(join(root, "test", "sample", "site"), join(folder, "site"), { recursive: true });
  const upstream = `upstream: { url: "http://127.0.0.1:${server.port}/x.csv", match: { sector: sector }, columns: { share_2022: plan } }`;
  edit(folder, ANSO, "checks:\n", `${upstream}\nchecks:\n`);
  edit(
    folder,
    `data/${SAMPLE}/brief.yaml`,
    `template: ${SAMPLE}\n`,
    `template: ${SAMPLE}\nupstream: { hosts: [127.0.0.1] }\n`,
  );
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const published = (kind: string, date: string, reason: string): Promise<Result> =>
  footing(folder, "publish", SAMPLE, "--kind", kind, "--reason", reason, "--date", date, "--site", "site");
const utf8 = (text: string | undefined): string => Buffer.from(text ?? "", "latin1").toString("utf8");

test("the sample's site, as the repository keeps it, is as it was published", async () => {
  expect(await footing(root, "verify", "--site", "test/sample/site")).toMatchObject({ exit: 0, problems: "" });
});

test("its first edition tells the numbers as they stood, its second what it settled, flipped words first", () => {
  const site = texts(folder, SITE);
  const changes = utf8(site.get("2023-07-04/changes.md"));
  expect(changes).toMatch(/## Words that say something else\n\n- Research projects, shift: ~~fell~~ → \*\*rose\*\*\n/);
  expect(changes).toContain(
    "| Digital Belt and Road, themes | seven | eight themes | +1; +14.3 per cent; Source jamir-2023 → guo-2018 |",
  );
  expect(utf8(site.get("2023-06-20/index.html"))).toContain("Third World Academy of Science");
  expect(utf8(site.get("2023-07-04/index.html"))).toContain('id="page_notice"');
});

test("the first edition can be made again from what it was made of", async () => {
  const before = mkdtempSync(join(tmpdir(), "footing-first-"));
  layInput(join(root, "test", "sample", "first"), before);
  expect(await footing(before, "build")).toMatchObject({ exit: 0, problems: "" });
  const [made, kept] = [texts(before, `out/${SAMPLE}`), texts(folder, `${SITE}/2023-06-20`)];
  const ledger = (all: ReadonlyMap<string, string>): unknown =>
    (JSON.parse(all.get("figures.json") ?? "{}") as { readonly figures: unknown }).figures;
  expect(ledger(made)).toEqual(ledger(kept));
  rmSync(before, { recursive: true, force: true });
}, 60_000);

test("two cells that moved upstream are proposed, published and corrected, and no earlier file changes", async () => {
  const earlier = texts(folder, SITE);
  served = served.replace("network,3", "network,5").replace("scholarships,56", "scholarships,54");
  const moved = await footing(folder, "regenerate", "--today", "2023-08-01");
  expect(moved.exit, moved.problems).toBe(10);
  const body = utf8(texts(folder, `out/proposal/${SAMPLE}`).get("body.md"));
  expect(body.split("\n")[0]).toMatch(
    /^“may gain or lose: its line reaches to both sides” became “gains” \(anso\.network\.shift, in /,
  );
  expect(await published("revision", "2023-08-01", "The plan was revised")).toMatchObject({ exit: 0 });
  expect(await published("correction", "2023-08-02", "A slip in the notes")).toMatchObject({ exit: 0 });
  expect(await footing(folder, "verify", "--site", "site")).toMatchObject({ exit: 0, problems: "" });
  const site = texts(folder, "site");
  expect(site.get("feed.xml")?.match(/<entry>/g)).toHaveLength(4);
  for (const edition of ["2023-06-20", "2023-07-04", "2023-08-01", "2023-08-02"])
    expect([...site.keys()]).toContain(`${SAMPLE}/editions/${edition}/index.html`);
  const now = texts(folder, SITE);
  const altered = [...earlier].filter(([path, text]) => path !== "index.html" && now.get(path) !== text);
  expect(altered.map(([path]) => path)).toEqual([]);
}, 120_000);
