import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { byCodeUnit } from "../model/id.ts";

/** The size of each file below a folder, and the moment of its last change: a file that is altered gets another. */
export type Stamps = Readonly<Record<string, readonly [bytes: number, changed: number]>>;

/** The stamps of all files below a folder; undefined where there is none. */
export function stampsOf(folder: string): Stamps | undefined {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted(byCodeUnit);
    return Object.fromEntries(
      names.flatMap((name) => {
        const stat = statSync(join(folder, name));
        return stat.isFile() ? [[name, [stat.size, stat.mtimeMs] as const] as const] : [];
      }),
    );
  } catch {
    return undefined;
  }
}

/** Whether the files below a folder are those that were stamped, but those of some names. */
export function areAsStamped(folder: string, stamps: Stamps, but: readonly string[] = []): boolean {
  const now = stampsOf(folder);
  const left = (all: Stamps): string => JSON.stringify(Object.entries(all).filter(([name]) => !but.includes(name)));
  return now !== undefined && left(now) === left(stamps);
}
