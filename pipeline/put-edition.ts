import { freeze, noteUnderway, recoverEdition, withdrawRecord, type EditionParts, type Underway } from "./host/site.ts";
import type { Host } from "./model/stage.ts";
import { rebuildLists, type SiteFolders } from "./site-lists.ts";

/**
 * Puts an edition into site and data, and makes the lists anew: all of it, or nothing where the disk refuses anything. Where
 * it refuses to undo it as well, the next start finishes or undoes it.
 */
export function putEdition(underway: Underway, folders: SiteFolders, host: Host, parts: EditionParts): void {
  try {
    noteUnderway(folders.site, underway);
    freeze(underway, folders, parts);
    rebuildLists(folders, host);
    noteUnderway(folders.site, undefined);
  } catch (cause) {
    try {
      withdrawRecord(underway, folders);
      recoverEdition(underway, folders);
      rebuildLists(folders, host);
      noteUnderway(folders.site, undefined);
    } catch {
      // The first refusal is the one to tell.
    }
    throw cause;
  }
}
