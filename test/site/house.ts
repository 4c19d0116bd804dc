import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../pipeline/cli.ts";
import { filesBelow } from "../../pipeline/host/site.ts";

const root = join(import.meta.dirname, "..", "..");

/** A folder with a small brief, its templates, and room for a site. */
export function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "footing-site-"));
  const small = join(root, "test", "cases", "small", "input");
  for (const part of ["data", "templates"]) cpSync(join(small, part), join(folder, part), { recursive: true });
  cpSync(join(root, "templates", "house"), join(folder, "templates", "house"), { recursive: true });
  return folder;
}

export interface Result {
  readonly exit: number;
  readonly out: string;
  readonly problems: string;
}

/** Runs a command line in a folder. */
export async function footing(folder: string, ...argv: readonly string[]): Promise<Result> {
  let [out, problems] = ["", ""];
  const exit = await run(argv, {
    stdout: (text) => (out += text),
    stderr: (text) => (problems += text),
    env: {},
    cwd: folder,
    colour: false,
  });
  return { exit, out, problems };
}

export const publish = (folder: string, kind: string, date: string, reason = "Because"): Promise<Result> =>
  footing(folder, "publish", "rail", "--kind", kind, "--reason", reason, "--date", date, "--site", "site");
export const verify = (folder: string): Promise<Result> => footing(folder, "verify", "--site", "site");

/** Replaces a text in a file of the folder. */
export function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  if (!before.includes(from)) throw new Error(`${from} is not in ${file}`);
  writeFileSync(path, before.replace(from, to));
}

/** Every file below a part of the folder, as text by its path. */
export const texts = (folder: string, part: string): ReadonlyMap<string, string> =>
  new Map([...filesBelow(join(folder, part))].map(([path, bytes]) => [path, new TextDecoder("latin1").decode(bytes)]));

/** Whether two lots of files are the same. */
export const isSame = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);

/** A server on loopback that answers every request with a text. */
export interface Served {
  readonly port: number;
  close(): Promise<unknown>;
}

/** Serves what `text` gives at each request. */
export async function serving(text: () => string): Promise<Served> {
  const server = createServer((_, response) => response.end(text()));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  return {
    port: address.port,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
