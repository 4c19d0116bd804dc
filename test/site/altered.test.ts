import { createHash } from "node:crypto";
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { edit, footing, isSame, openFolder, publish, texts } from "./house.ts";

/** What is kept of an edition beside its record, altered by hand: whatever loads it names the file and what to do. */

const EDITION = "data/rail/editions/2026-03-01";
let before = "";
beforeAll(async () => {
  before = openFolder();
  const { exit, problems } = await publish(before, "first", "2026-03-01");
  if (exit !== 0) throw new Error(problems);
  edit(before, "data/rail/budget.yaml", "share_2025: 57", "share_2025: 56");
  edit(before, "data/rail/budget.yaml", "share_2025: 36", "share_2025: 37");
}, 120_000);
afterAll(() => rmSync(before, { recursive: true, force: true }));

const replaced =
  (from: RegExp, to: string) =>
  (path: string): void => {
    const text = readFileSync(path, "utf8");
    expect(text).toMatch(from);
    writeFileSync(path, text.replace(from, to));
  };

const ALTERATIONS: readonly (readonly [string, string, (path: string) => void])[] = [
  ["a number of the ledger", "figures.json", replaced(/"value": ?"5/, '"value":"6')],
  ["the ledger, cut short", "figures.json", (path) => writeFileSync(path, readFileSync(path).subarray(0, 99))],
  ["the ledger, gone", "figures.json", (path) => rmSync(path)],
  ["a word of the text", "doc.json", replaced(/railways/, "roads")],
  ["the text, gone", "doc.json", (path) => rmSync(path)],
  ["a chart", "charts/shift.svg", (path) => appendFileSync(path, "<!-- -->")],
  ["a chart, gone", "charts/shift.svg", (path) => rmSync(path)],
  ["a record that is none", "record.yaml", replaced(/kind: "first"/, 'kind: "zeroth"')],
  ["the record, gone", "record.yaml", (path) => rmSync(path)],
];

test.each(ALTERATIONS)(
  "%s: build, publish and regenerate name the file and what to do, and change nothing",
  async (_, file, alter) => {
    const folder = `${before}-altered`;
    cpSync(before, folder, { recursive: true });
    try {
      alter(join(folder, EDITION, file));
      const whole = texts(folder, ".");
      for (const command of [
        ["build", "--date", "2026-04-01"],
        ["publish", "rail", "--kind", "revision", "--reason", "x", "--date", "2026-04-01", "--site", "site"],
        ["regenerate", "--today", "2026-04-01"],
      ]) {
        const { exit, problems } = await footing(folder, ...command);
        expect(exit, command[0]).toBe(1);
        expect(problems).toMatch(/error (edition\/altered|file\/missing)/);
        expect(problems).toContain(`${EDITION}/${file}:1:1: error`);
        expect(problems).toContain("hint: take the file from version control again: a published edition is never");
      }
      expect(isSame(texts(folder, "."), whole)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

test("a drawing that is none of Footing's is not shown, though its record was altered along with it", async () => {
  const folder = `${before}-foreign`;
  cpSync(before, folder, { recursive: true });
  try {
    const [file, record] = [join(folder, EDITION, "charts/shift.svg"), join(folder, EDITION, "record.yaml")];
    const hash = (): string => createHash("sha256").update(readFileSync(file)).digest("hex");
    const was = hash();
    replaced(/<\/svg>/, "<script>alert(1)</script></svg>")(file);
    replaced(new RegExp(was), hash())(record);
    const { exit, problems } = await footing(folder, "build", "--date", "2026-04-01");
    expect(exit).toBe(1);
    expect(problems).toContain(`${EDITION}/charts/shift.svg:1:1: error edition/altered`);
    expect(problems).toContain("is none of Footing's: it holds <script>");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

test("a file that nobody published is found beside a record", async () => {
  const folder = `${before}-more`;
  cpSync(before, folder, { recursive: true });
  try {
    expect(await footing(folder, "verify", "--site", "site")).toMatchObject({ exit: 0 });
    writeFileSync(join(folder, EDITION, "charts", "other.svg"), "<svg/>");
    const { exit, problems } = await footing(folder, "verify", "--site", "site");
    expect([exit, problems]).toEqual([1, expect.stringContaining(`${EDITION}/charts/other.svg was not published`)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
