import { relative } from "node:path";
import type { Inputs } from "./arguments.ts";
import type { Display } from "./host/display.ts";
import { openHost, type HostOptions } from "./host/host.ts";
import { briefsIn } from "./load/briefs.ts";
import { nearest } from "./model/problem.ts";
import type { Host } from "./model/stage.ts";
import type { Terminal } from "./terminal.ts";

/** The folders that a command line names, open: the machine as stages see it, and which briefs there are. */
export interface OpenBriefs {
  readonly host: Host;
  readonly display: Display;
  readonly known: readonly string[];
}

/** Opens the folders of data and templates, or says why they are none; every brief that is named is there. */
export function openBriefs(
  args: Inputs,
  named: readonly string[],
  terminal: Terminal,
  more: Pick<HostOptions, "publishing"> = {},
): OpenBriefs | string {
  const host = hostFor(args, terminal, more);
  if (host.list("templates") === undefined)
    return `there is no folder ${relative(terminal.cwd, args.templates)} of templates`;
  const known = briefsIn(host).value ?? [];
  if (known.length === 0)
    return `no brief is in ${relative(terminal.cwd, args.data) || "."}: a brief is a folder with a brief.yaml`;
  // A member of a family is named after it: FAMILY/MEMBER.
  const unknown = named.map((name) => name.split("/")[0] ?? "").find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    return `there is no brief ${unknown}${near ? `: did you mean ${near}?` : `: there are ${known.join(", ")}`}`;
  }
  return { host, known, display: displayFor(args, terminal, host) };
}

/** The machine as a command line lets stages see it. */
export function hostFor(
  args: Inputs,
  { env, cache: own }: Pick<Terminal, "env" | "cache">,
  more: Pick<HostOptions, "publishing"> = {},
): Host {
  const epoch = env["SOURCE_DATE_EPOCH"];
  const cache = args.cache ? (args.cacheFolder ?? own) : undefined;
  return openHost({
    ...folders(args),
    ...more,
    ...(epoch === undefined ? {} : { epoch }),
    ...(cache === undefined ? {} : { cache }),
  });
}

const folders = ({ data, templates, out, date, today }: Inputs): HostOptions => ({
  data,
  templates,
  out,
  ...(today === undefined ? {} : { today }),
  ...(date === undefined ? {} : { date }),
});

function displayFor(args: Inputs, terminal: Terminal, host: Host): Display {
  const decoder = new TextDecoder();
  const plain = terminal.env["NO_COLOR"] !== undefined && terminal.env["NO_COLOR"] !== "";
  return {
    folders: args,
    cwd: terminal.cwd,
    colour: terminal.colour && !plain,
    source: (file) => {
      const bytes = host.read(file);
      return bytes && decoder.decode(bytes);
    },
  };
}
