import { expect, test } from "vitest";
import type { ProblemCode } from "../../pipeline/model/codes.ts";
import { specimenOf } from "./brief-files.ts";
import { cellMistakes } from "./cell-mistakes.ts";
import { judge } from "./judge.ts";
import { brokenChecks } from "./oracle.ts";
import { randomFrom } from "./random.ts";
import { runFiles } from "./run-mutant.ts";
import { textMistakes } from "./text-mistakes.ts";

const specimen = specimenOf("many-checks");

test("of a seeded portion of mistakes none is missed, and all that break a declared check are stopped", async () => {
  const old = await runFiles(specimen, specimen.files);
  if (old.value === undefined) throw new Error(JSON.stringify(old.problems));
  const random = randomFrom(7);
  const mistakes = [
    ...random.some(cellMistakes(specimen, old.value, random), 60),
    ...random.some(textMistakes(specimen, old.value), 12),
  ];
  for (const mistake of mistakes) {
    const { verdict, broken } = await judge(specimen, mistake, old);
    const wrong = verdict === "missed" || (broken.length > 0 && verdict !== "stopped");
    expect(wrong, `${mistake.where}: ${mistake.from} → ${mistake.to} is ${verdict}`).toBe(false);
  }
});

test.each<readonly [string, string, ProblemCode]>([
  ["costs: 350.4", "costs: 530.4", "shares/do-not-add-up"],
  ["staff: 1480", "staff: 4180", "rank/disagrees"],
  ["platforms: 19", "platforms: 91", "order/broken"],
  ["depots: 12", "depots: 21", "cell/not-unique"],
  ["punctual: 88.4", "punctual: 8.4", "cell/out-of-range"],
  ["value: 862,", "value: 826,", "figure/differs"],
  ["value: 35.0", "value: 36.0", "shares/not-granular"],
  ["punctual: 88.4", "punctual: 88.44", "figure/excess-digits"],
])("%s as %s is stopped by %s, %s, and missed without it", async (from, to, code) => {
  const file = "data/rail/audit.yaml";
  const start = specimen.files[file]?.indexOf(from) ?? -1;
  expect(start).toBeGreaterThan(0);
  const mistake = {
    kind: "digit changed" as const,
    file,
    edits: [{ start, end: start + from.length, text: to }],
    where: file,
    from,
    to,
    figures: [],
  };
  const old = await runFiles(specimen, specimen.files);
  expect(await judge(specimen, mistake, old)).toMatchObject({ verdict: "stopped", codes: [code] });
  expect(await judge(specimen, mistake, old, new Set([code]), false)).toMatchObject({ verdict: "missed" });
});

test("the oracle finds nothing broken in a brief that builds, and each check where it is", () => {
  expect([...brokenChecks(specimen.files, "rail")]).toEqual([]);
  const having = (from: string, to: string): readonly string[] => {
    const file = "data/rail/audit.yaml";
    return [...brokenChecks({ ...specimen.files, [file]: (specimen.files[file] ?? "").replace(from, to) }, "rail")];
  };
  expect(having("costs: 350.4", "costs: 350.5")).toEqual([]);
  expect(having("costs: 350.4", "costs: 350.7")).toEqual(["sum"]);
  expect(having("value: 862,", "value: 863,")).toEqual(["same"]);
  expect(having("value: 35.0", "value: 36.0")).toEqual(["granular"]);
  expect(having("place: 2", "place: 3")).toEqual(["rank"]);
});
