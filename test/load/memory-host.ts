import { createHash } from "node:crypto";
import { byCodeUnit } from "../../pipeline/model/id.ts";
import type { Host } from "../../pipeline/model/stage.ts";

/** A machine that holds these files and no others, by logical path; what is written to it is kept in `written`. */
export interface MemoryHost extends Host {
  readonly written: Map<string, ReadonlyMap<string, Uint8Array>>;
}

/** Makes a Host of texts (or bytes) in memory. */
export function memoryHost(
  files: Readonly<Record<string, string | Uint8Array>>,
  dates: Pick<Host, "dateFlag" | "dateFromEpoch"> = {},
): MemoryHost {
  const held = new Map(Object.entries(files).map(([file, content]) => [file, bytesOf(content)]));
  const written = new Map<string, ReadonlyMap<string, Uint8Array>>();
  return {
    ...dates,
    written,
    read: (file) => held.get(file),
    list(folder) {
      const inside = [...held.keys()].filter((file) => file.startsWith(`${folder}/`));
      const names = inside.map((file) => file.slice(folder.length + 1).split("/")[0] ?? "");
      return inside.length === 0 ? undefined : [...new Set(names)].toSorted(byCodeUnit);
    },
    packageFile(path) {
      throw new Error(`no package file in memory: ${path}`);
    },
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    sha256Base64: (bytes) => createHash("sha256").update(bytes).digest("base64"),
    replaceOutput: (name, output) => void written.set(name, output),
  };
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;
