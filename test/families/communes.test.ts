import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrief } from "../../pipeline/build.ts";
import { openHost } from "../../pipeline/host/host.ts";
import type { Derived } from "../../pipeline/model/brief.ts";
import type { FigureId } from "../../pipeline/model/id.ts";
import { MOST_INPUTS } from "../../pipeline/model/lineage.ts";
import { openFamilyFolder, type FamilyFolder } from "./family-folder.ts";

/** The family of 300 communes: what each member's brief holds, and a handful of them built for real. */

let family: FamilyFolder;
let members: readonly Derived[] = [];
let whole: Derived;
beforeAll(async () => {
  family = openFamilyFolder(import.meta.dirname);
  const at = (part: string): string => `${family.folder}/${part}`;
  const opened = await openBrief(
    "communes",
    openHost({ data: at("data"), templates: at("templates"), out: at("out") }),
  );
  members = opened.briefs.flatMap(({ outcome }) => outcome.value ?? []);
  if (opened.family === undefined) throw new Error("the communes are a family");
  whole = opened.family.brief;
}, 120_000);
afterAll(() => family.remove());

const keyOf = (member: Derived): string => member.member?.key ?? "";
const rowsOf = (member: Derived, dataset: string): readonly string[] =>
  [...member.datasets.values()].find(({ id }) => id === dataset)?.rows.map(({ name }) => name) ?? [];
const cellOf = (member: Derived, column: string): string =>
  [...member.datasets.values()].find(({ id }) => id === "communes")?.rows[0]?.cells.get(column)?.text ?? "";

describe("each of 300 members", () => {
  test("is made, in a folder of its own", () => {
    expect(members).toHaveLength(300);
    expect(new Set(members.map(({ id }) => id.toLowerCase())).size).toBe(300);
    expect(members.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["communes/saint-denis-93", "communes/saint-denis-974"]),
    );
  });

  test("has its own rows, and those of its département, and no others", () => {
    for (const member of members) {
      const key = keyOf(member);
      expect(rowsOf(member, "communes")).toEqual([key]);
      expect(rowsOf(member, "years")).toEqual([2020, 2021, 2022, 2023].map((year) => `${key}_${year}`));
      const departement = cellOf(member, "departement");
      expect(rowsOf(member, "departements")).toEqual([departement]);
      const peers = rowsOf(member, "peers");
      expect(peers.length, key).toBeGreaterThan(0);
      expect(
        peers.every((name) => name.endsWith(`_${departement}`)),
        key,
      ).toBe(true);
    }
  });

  test("has the figures of these rows and what they rest on, and no figure of another", () => {
    for (const member of members) {
      const rows = [...member.datasets.values()].flatMap(({ id, rows: own }) => own.map(({ name }) => `${id}.${name}`));
      const known = new Set(rows);
      const isKnown = (id: string): boolean => id.split(".").length === 2 || known.has(id.replace(/\.[^.]*$/, ""));
      const figures = [...member.figures.values()];
      expect(figures.filter(({ id }) => !isKnown(id))).toEqual([]);
      const rested = figures.flatMap(({ from }) => (from.length <= MOST_INPUTS ? from : []));
      expect(rested.filter((id) => !member.figures.has(id) && !member.gaps.has(id))).toEqual([]);
    }
  });

  test("lacks none of its figures: together they have all that the family has of communes and years", () => {
    const ids = new Set(members.flatMap(({ figures }) => [...figures.keys()]));
    const own = [...whole.figures.keys()].filter((id) => /^(?:communes|years)\./.test(id));
    expect(own.filter((id) => !ids.has(id))).toEqual([]);
  });

  test("has its rank among all, as its people give it", () => {
    const valueOf = (member: Derived, column: string): number =>
      Number(member.figures.get(`communes.${keyOf(member)}.${column}` as FigureId)?.value.n);
    const sorted = members.toSorted((a, b) => valueOf(b, "people") - valueOf(a, "people"));
    expect(sorted.map((member) => valueOf(member, "rank"))).toEqual(sorted.map((_, i) => i + 1));
    expect(members[0]?.member?.whole.figures.size).toBe(whole.figures.size);
  });

  test("has a gap where the source has one, and it alone", () => {
    const open = members.filter(({ gaps }) => [...gaps.values()].some(({ absence }) => absence === "missing"));
    expect(open.map(keyOf)).toEqual(["oullins_pierre_benite"]);
  });
});

describe("the family, built", () => {
  const handful = ["paris", "perigueux", "oullins-pierre-benite", "sainte-genevieve-des-bois", "saint-denis-974"];
  let said = "";
  beforeAll(async () => {
    const result = await family.footing("build", "--prove", ...handful.map((name) => `communes/${name}`));
    said = result.said;
    if (result.exit !== 0) throw new Error(said);
  }, 240_000);

  test("writes the first, the last, one with a gap, one of the longest name, one of two of a name, and proves them", () => {
    expect(family.list("out/communes")).toEqual(["manifest.json", ...handful].toSorted());
    expect(said).toContain("5 of 5 members written");
    expect(said).not.toMatch(/warning|error/);
    for (const name of handful) expect(family.list(`out/communes/${name}`)).toContain(`${name}.pdf`);
  });

  test("chooses the words by each one's figures", () => {
    const page = (name: string): string => family.text(`out/communes/${name}/index.html`).replaceAll(/<[^>]*>/g, "");
    expect(page("paris")).toContain("Paris lost 42,128 people between 2020 and 2023");
    expect(page("paris")).toContain("No commune of France has more people.");
    expect(page("oullins-pierre-benite")).toContain("Oullins-Pierre-Bénite gained 666 people between 2020 and 2023");
    expect(page("oullins-pierre-benite")).not.toContain("No commune of France has more people.");
    expect(page("oullins-pierre-benite")).toContain("not available");
  });

  test("names no other member in a ledger, but in what all rest on", () => {
    const { figures } = JSON.parse(family.text("out/communes/paris/figures.json")) as {
      readonly figures: Readonly<Record<string, unknown>>;
    };
    const rows = new Set(Object.keys(figures).flatMap((id) => id.split(".").slice(1, -1)));
    expect([...rows].toSorted()).toEqual([
      "d75",
      "paris",
      "paris_2020",
      "paris_2021",
      "paris_2022",
      "paris_2023",
      "paris_d75",
    ]);
  });
});
