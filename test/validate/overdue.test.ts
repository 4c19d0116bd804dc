import { expect, test } from "vitest";
import { load } from "../../pipeline/load/load.ts";
import type { Loaded } from "../../pipeline/model/brief.ts";
import type { EditionRecord } from "../../pipeline/model/record.ts";
import { overdue } from "../../pipeline/validate/overdue.ts";
import { memoryHost } from "../load/memory-host.ts";
import { SMALL_BRIEF } from "../load/small-brief.ts";

const DUE = "due: { edition: 2026-06-15, data: { anso: 2026-06-30 } }\n";

function loaded(today?: string): Loaded {
  const files = { ...SMALL_BRIEF, "data/b/brief.yaml": `${SMALL_BRIEF["data/b/brief.yaml"] ?? ""}${DUE}` };
  const { value, problems } = load("b", { ...memoryHost(files), ...(today === undefined ? {} : { today }) });
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value;
}

const codes = (brief: Loaded): readonly string[] => overdue(brief).map(({ problem }) => problem.code);

test("what was due by a day is overdue from the next day on; a run that is told no day asks nothing", () => {
  expect(codes(loaded())).toEqual([]);
  expect(codes(loaded("2026-06-15"))).toEqual([]);
  expect(codes(loaded("2026-06-16"))).toEqual(["edition/overdue"]);
  expect(codes(loaded("2026-07-01"))).toEqual(["edition/overdue", "data/overdue"]);
});

test("an edition published since, and numbers retrieved since, have answered it", () => {
  const brief = loaded("2026-07-01");
  const published = (date: string): Loaded => ({ ...brief, records: [{ date } as unknown as EditionRecord] });
  expect(codes(published("2026-06-14"))).toContain("edition/overdue");
  expect(codes(published("2026-06-15"))).not.toContain("edition/overdue");
  const [id, anso] = [...brief.datasets].find(([name]) => name === "anso") ?? [];
  if (id === undefined || anso === undefined) throw new Error("no dataset anso");
  const retrieved = (text: string): Loaded => {
    const upstream = { retrieved: { text, place: brief.settings.place } } as unknown as NonNullable<
      typeof anso.upstream
    >;
    return { ...brief, datasets: new Map([[id, { ...anso, upstream }]]) };
  };
  expect(codes(retrieved("2026-06-29"))).toContain("data/overdue");
  expect(codes(retrieved("2026-06-30"))).not.toContain("data/overdue");
});
