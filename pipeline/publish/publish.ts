import type { Rendered } from "../model/brief.ts";
import { byCodeUnit } from "../model/id.ts";
import type { Stage } from "../model/stage.ts";
import { citationFiles } from "./citations.ts";
import { manifest } from "./manifest.ts";

/** A brief that has been written, with the paths under out/NAME. */
export interface Published extends Rendered {
  readonly written: readonly string[];
}

/** Writes all files of a brief, the ledger and the manifest among them: all together, or not at all. */
export const publish: Stage<Rendered, Published> = (brief, host) => {
  const utf8 = new TextEncoder();
  const files = new Map(brief.files);
  const put = (path: string, text: string): Map<string, Uint8Array> => files.set(path, utf8.encode(text));
  put("figures.json", `${JSON.stringify(brief.ledger, null, 2)}\n`);
  for (const [path, text] of brief.changed?.files ?? []) put(path, text);
  for (const [path, text] of citationFiles(brief.doc, brief.settings)) put(path, text);
  put("manifest.json", manifest(brief, files, host));
  host.replaceOutput(brief.id, files);
  return { value: { ...brief, written: [...files.keys()].toSorted(byCodeUnit) }, problems: [] };
};
