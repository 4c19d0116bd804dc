import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openHost } from "../../pipeline/host/host.ts";
import { filesBelow, lockSite, type EditionParts, type Underway } from "../../pipeline/host/site.ts";
import { putEdition } from "../../pipeline/put-edition.ts";
import { finishUnderway, type SiteFolders } from "../../pipeline/site-lists.ts";
import type { Host } from "../../pipeline/model/stage.ts";
import { publish } from "./house.ts";

/** The second edition, as `folderBeforeSecond` waits for it. */
export const SECOND = { brief: "rail", edition: "2026-04-01" } as const satisfies Underway;

/** Publishes the second edition as an editor would, in a copy of a folder; gives the copy. */
export async function folderWithSecond(before: string): Promise<string> {
  const folder = `${before}-published`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(before, folder, { recursive: true });
  const { exit, problems } = await publish(folder, "revision", SECOND.edition);
  if (exit !== 0) throw new Error(problems);
  return folder;
}

/** What was put down of the second edition in a folder where it is published. */
export function partsOfSecond(published: string): EditionParts {
  const kept = filesBelow(join(published, "data/rail/editions", SECOND.edition));
  return {
    files: filesBelow(join(published, "site/rail/editions", SECOND.edition)),
    kept: new Map([...kept].filter(([path]) => path !== "record.yaml")),
    record: new TextDecoder().decode(kept.get("record.yaml")),
  };
}

/** A folder as publishing sees it. */
export function opened(folder: string): { readonly folders: SiteFolders; readonly host: Host } {
  const folders = { data: join(folder, "data"), site: join(folder, "site") };
  return {
    folders,
    host: openHost({ ...folders, templates: join(folder, "templates"), out: join(folder, "out") }),
  };
}

/** Publishes the second edition with parts that were built before: all that `publish` does to the disk. */
export function putSecond(folder: string, parts: EditionParts): void {
  const { folders, host } = opened(folder);
  const release = lockSite(folders.site);
  if (release === undefined) throw new Error("another publish has the site");
  try {
    finishUnderway(folders, host);
    putEdition(SECOND, folders, host, parts);
  } finally {
    release();
  }
}
