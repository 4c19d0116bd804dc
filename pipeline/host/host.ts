import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Host } from "../model/stage.ts";
import { openCache } from "./cache.ts";
import { cutAside } from "./cutting.ts";
import { deflate } from "./deflate.ts";
import { listLogical, readLogical, type Folders } from "./files.ts";
import { replaceFolder } from "./output.ts";
import { TOOL } from "./tool.ts";

/** What the command line says of the machine: folders, and where the date comes from. */
export interface HostOptions extends Folders {
  readonly out: string;
  readonly date?: string;
  /** Seconds since 1970, as reproducible builds give them (reproducible-builds.org, SOURCE_DATE_EPOCH). */
  readonly epoch?: string;
  readonly today?: string;
  /** As what, and why, an edition is published. */
  readonly publishing?: Host["publishing"];
  /** The folder of what is kept between builds; without it, everything is made anew. */
  readonly cache?: string;
}

const tool = createRequire(join(TOOL, "package.json"));

/** One for all hosts: what was made of a package's file for one brief serves the next. */
const packageFile = (path: string): Uint8Array => new Uint8Array(readFileSync(tool.resolve(path)));

/** The machine as stages may use it. */
export function openHost(options: HostOptions): Host {
  const hash = (bytes: Uint8Array): ReturnType<typeof createHash> => createHash("sha256").update(bytes);
  const epoch = dayOfEpoch(options.epoch);
  return {
    read: (file) => readLogical(file, options),
    list: (folder) => listLogical(folder, options),
    packageFile,
    deflate,
    ...(cutAside && { cutAside }),
    sha256: (bytes) => hash(bytes).digest("hex"),
    sha256Base64: (bytes) => hash(bytes).digest("base64"),
    replaceOutput: (name, files) => replaceFolder(options.out, name, files, { isFlushed: false }),
    ...(options.publishing === undefined ? {} : { publishing: options.publishing }),
    ...(options.cache === undefined ? {} : { cache: openCache(options.cache) }),
    ...(options.today === undefined ? {} : { today: options.today }),
    ...(options.date === undefined ? {} : { dateFlag: options.date }),
    ...(epoch === undefined ? {} : { dateFromEpoch: epoch }),
  };
}

function dayOfEpoch(epoch: string | undefined): string | undefined {
  if (epoch === undefined || !/^\d{1,11}$/.test(epoch)) return undefined;
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
}
