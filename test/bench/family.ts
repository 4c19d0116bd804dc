import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { TOOL } from "../../pipeline/host/tool.ts";
import { layInput } from "../case-runner/input.ts";
import { timed } from "./processes.ts";
import type { Line } from "./table.ts";

/** The family of 300, laid into a folder; `npm run family:figures` makes larger ones of the same data. */
export function laidFamily(folder: string): string {
  mkdirSync(folder);
  layInput(join(TOOL, "test", "families"), folder);
  return folder;
}

/** A family in a folder with its data/ and templates/, built whole into a folder that is taken away again. */
export function familyLine(start: string, folder: string, out: string, batch: Line | undefined): Line | string {
  const ms = timed([start, "build", "--no-cache", "--out", out], folder);
  const members = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".pdf"),
  ).length;
  rmSync(out, { recursive: true, force: true });
  if (members === 0) return `${folder} made no PDF`;
  const theirs = batch?.theirs;
  return {
    what: `family of ${members}, a brief (the batch’s with Typst); ${(ms / 1000).toFixed(1)} s in all`,
    unit: "ms",
    ours: ms / members,
    ...(theirs === undefined ? {} : { theirs }),
  };
}
