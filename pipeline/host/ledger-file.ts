import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The text of a figures.json, named itself or by the folder that holds it; undefined where there is none to read. */
export function readLedgerText(path: string): string | undefined {
  const known = statSync(path, { throwIfNoEntry: false });
  const file = known?.isDirectory() ? join(path, "figures.json") : path;
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
