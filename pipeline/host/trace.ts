import type { Host } from "../model/stage.ts";

/** All that a run read and listed: the hash of each file, of each folder's names, and "" for what was not there. */
export interface Trace {
  readonly files: Readonly<Record<string, string>>;
  readonly folders: Readonly<Record<string, string>>;
}

/** A host that notes what is asked of it. */
export function tracing(host: Host): { readonly host: Host; trace(): Trace } {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  const traced: Host = {
    ...host,
    read: (file) => {
      const bytes = host.read(file);
      files.set(file, hashOf(bytes, host));
      return bytes;
    },
    list: (folder) => {
      const names = host.list(folder);
      folders.set(folder, hashOfNames(names, host));
      return names;
    },
  };
  return {
    host: traced,
    trace: () => ({ files: Object.fromEntries(files), folders: Object.fromEntries(folders) }),
  };
}

/** Whether a run that asks the same would be answered the same (Mokhov, Mitchell, Peyton Jones 2018, verifying traces). */
export const holds = ({ files, folders }: Trace, host: Host): boolean =>
  Object.entries(folders).every(([folder, hash]) => hashOfNames(host.list(folder), host) === hash) &&
  Object.entries(files).every(([file, hash]) => hashOf(host.read(file), host) === hash);

/** Whether two runs were answered the same, of what both of them asked. */
export const agree = (one: Trace, other: Trace): boolean =>
  (["files", "folders"] as const).every((kind) =>
    Object.entries(one[kind]).every(([name, hash]) => (other[kind][name] ?? hash) === hash),
  );

const hashOf = (bytes: Uint8Array | undefined, host: Host): string => (bytes === undefined ? "" : host.sha256(bytes));

const hashOfNames = (names: readonly string[] | undefined, host: Host): string =>
  hashOf(names && new TextEncoder().encode(JSON.stringify(names)), host);
