import { readdirSync, rmSync } from "node:fs";
import { timed } from "./processes.ts";
import type { Line } from "./table.ts";

/** A family in a folder with its data/ and templates/, built whole into a folder that is taken away again. */
export function familyLine(start: string, folder: string, out: string, batch: Line): Line | string {
  const ms = timed([start, "build", "--no-cache", "--out", out], folder);
  const members = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".pdf"),
  ).length;
  rmSync(out, { recursive: true, force: true });
  if (members === 0) return `${folder} made no PDF`;
  const { theirs } = batch;
  return {
    what: `family of ${members}, a brief (the batch’s with Typst); ${(ms / 1000).toFixed(1)} s in all`,
    unit: "ms",
    ours: ms / members,
    ...(theirs === undefined ? {} : { theirs }),
  };
}
