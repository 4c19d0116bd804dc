import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { edit, footing, openFolder, publish, serving, texts, verify, type Served } from "./house.ts";

/** A schedule's day: upstream moved, the brief is built anew, and an edition is proposed to an editor. */

let server: Served;
let served = "payer,new\nstate,57\nriders,36\ntowns,7\n";
let folder = "";
beforeAll(async () => {
  server = await serving(() => served);
  folder = openFolder();
  const upstream = `upstream: { url: "http://127.0.0.1:${server.port}/x.csv", match: { payer: payer }, columns: { share_2025: new } }`;
  edit(folder, "data/rail/budget.yaml", "checks:\n", `${upstream}\nchecks:\n`);
  edit(folder, "data/rail/brief.yaml", "template: rail\n", "template: rail\nupstream: { hosts: [127.0.0.1] }\n");
  // Room for a bar to the left.
  edit(folder, "templates/rail/charts/shift.vl.json", '"domain": [0, 50]', '"domain": [-20, 60]');
  edit(
    folder,
    "templates/rail/prose.md.hbs",
    "## ",
    'The towns’ share {{move budget.towns.points up="rose" down="fell" undetermined="may have risen or fallen"}}.\n\n## ',
  );
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const regenerate = (day: string): ReturnType<typeof footing> => footing(folder, "regenerate", "--today", day);

test("nothing moved: exit 0, no proposal; a word turned round: exit 10, and the proposal begins with it", async () => {
  expect(await publish(folder, "first", "2026-03-01")).toMatchObject({ exit: 0, problems: "" });
  expect(await regenerate("2026-03-08")).toMatchObject({ exit: 0, problems: "" });
  expect([...texts(folder, "out/proposal").keys()]).toEqual(["manifest.json"]);
  served = served.replace("57", "59").replace("towns,7", "towns,5");
  const moved = await regenerate("2026-03-15");
  expect(moved.exit).toBe(10);
  // What moved is taken for a revision of this day, so that no cell is asked why; only what looks like a slip is told.
  expect(moved.problems).not.toContain("revision/undeclared");
  expect(texts(folder, "out").get("rail/figures.json")).toContain('"edition": "2026-03-15"');
  const proposal = new Map(
    [...texts(folder, "out/proposal")].map(([path, text]) => [
      path,
      new TextDecoder().decode(Buffer.from(text, "latin1")),
    ]),
  );
  expect(proposal.get("rail/body.md")?.split("\n")[0]).toBe(
    "“rose” became “fell” (budget.towns.points, in introduction-1)",
  );
  expect(proposal.get("rail/title.txt")).toMatch(/^rail: \d+ figures moved, “/);
  expect(proposal.get("rail/body.md")).toMatch(
    /budget\.towns\.share_2025[\s\S]*Charts drawn otherwise[\s\S]*Checks[\s\S]*proved/,
  );
  expect(proposal.get("rail/changes.md")).toBe(proposal.get("rail/body.md"));
  expect(proposal.get("rail/body.md")).toContain("\n# rail, edition 2026-03-01 → 2026-03-15\n");
  const drawn = texts(folder, "out/rail").get("charts/shift.svg");
  expect(texts(folder, "out/proposal/rail").get("charts/shift.now.svg")).toBe(drawn);
  expect(texts(folder, "out/proposal/rail").get("charts/shift.before.svg")).toBe(
    texts(folder, "data/rail/editions/2026-03-01").get("charts/shift.svg"),
  );
  // What an editor then publishes is no longer proposed.
  expect(await publish(folder, "revision", "2026-03-16", "The accounts moved")).toMatchObject({ exit: 0 });
  expect(await regenerate("2026-03-22")).toMatchObject({ exit: 0 });
  expect(await verify(folder)).toMatchObject({ exit: 0 });
});

test("a fetch that fails ends with 3, and leaves what was built", async () => {
  const before = texts(folder, "out");
  served = "<!DOCTYPE html>";
  expect((await regenerate("2026-03-29")).exit).toBe(3);
  expect(texts(folder, "out")).toEqual(before);
});

test("data that cannot be true end with 1", async () => {
  served = "payer,new\nstate,59\nriders,36\ntowns,70\n";
  expect((await regenerate("2026-04-05")).exit).toBe(1);
});
