import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** What tells that something in some folders has changed. */
export interface Changes {
  /** Waits for a change since the last was told; false when the watching ends. */
  next(): Promise<boolean>;
}

/** Milliseconds between two looks, at the least; where a look takes long, so many times as long lie between. */
const REST = { least: 50, times: 15 };

/** So long, in milliseconds, are files waited for that keep changing: then what is there is told. */
const LONGEST = 1000;

/**
 * Watches folders, until a signal. It looks: what systems tell of changes by themselves ends with a folder that is moved
 * or replaced, and with disks of the network, and a few hundred files are looked at in a few milliseconds.
 */
export function watching(folders: readonly string[], until: AbortSignal | undefined): Changes {
  let seen = lookAt(folders);
  return {
    next: async () => {
      while (await rested(seen.took, until)) {
        const now = lookAt(folders);
        if (now.files === seen.files) continue;
        seen = await settled(now, folders, until);
        return until?.aborted !== true;
      }
      return false;
    },
  };
}

/** What was seen in some folders, as text, and how long that took. */
interface Look {
  readonly files: string;
  readonly took: number;
}

function lookAt(folders: readonly string[]): Look {
  const start = performance.now();
  const files = folders.map((folder) => filesIn(folder, new Set())).join("\n");
  return { files, took: performance.now() - start };
}

/** All below a folder, links followed, with what changes when a file does; hidden files belong to other programs. */
function filesIn(folder: string, above: ReadonlySet<number>): string {
  const own = attempt(() => statSync(folder));
  // A link to a folder that it stands in leads round for ever.
  if (own === undefined || above.has(own.ino)) return "";
  const inside = new Set([...above, own.ino]);
  const names = attempt(() => readdirSync(folder)) ?? [];
  return names
    .map((name) => {
      const path = join(folder, name);
      const file = attempt(() => statSync(path));
      if (file?.isDirectory() === true) return `${path}/\n${filesIn(path, inside)}`;
      return name.startsWith(".") ? "" : `${path} ${file?.ino} ${file?.size} ${file?.mtimeMs} ${file?.ctimeMs}`;
    })
    .join("\n");
}

/** What a look gives, or nothing where what it looks at is gone meanwhile, or refuses. */
function attempt<Value>(step: () => Value): Value | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

/** Looks again until nothing changes any more: editors write a file in several steps, and git many files. */
async function settled(first: Look, folders: readonly string[], until: AbortSignal | undefined): Promise<Look> {
  let now = first;
  const end = performance.now() + LONGEST;
  while (performance.now() < end && (await rested(now.took, until))) {
    const next = lookAt(folders);
    if (next.files === now.files) break;
    now = next;
  }
  return now;
}

/** Rests after a look; false when the signal came. */
async function rested(took: number, until: AbortSignal | undefined): Promise<boolean> {
  const rest = Math.max(REST.least, took * REST.times);
  return pause(rest, true, until && { signal: until }).catch(() => false);
}
