import type { RefreshArguments } from "./arguments.ts";
import { problemJson, problemText } from "./host/display.ts";
import { fetchBytes } from "./host/fetch.ts";
import { writeLogical } from "./host/files.ts";
import { load } from "./load/load.ts";
import { refresh, type Refresh } from "./load/refresh.ts";
import type { Problem } from "./model/problem.ts";
import type { Host, Outcome } from "./model/stage.ts";
import { openBriefs, type OpenBriefs } from "./open-briefs.ts";
import { EXIT, wrongUsage, type Terminal } from "./terminal.ts";

/**
 * Fetches the upstream data of briefs, and writes what changed into their datasets. It is the only command that uses the
 * network. A brief of which any fetch failed is left as it was; the exit code is 3 then.
 */
export async function refreshBriefs(args: RefreshArguments, terminal: Terminal): Promise<number> {
  const open = openBriefs(args, args.briefs, terminal);
  if (typeof open === "string") return wrongUsage(open, terminal);
  const today = args.today ?? open.host.dateFromEpoch;
  if (today === undefined)
    return wrongUsage("say on which day the data are retrieved, with --today YYYY-MM-DD", terminal);
  const codes: number[] = [];
  for (const id of args.briefs.length > 0 ? [...new Set(args.briefs)] : open.known) {
    const found = await refreshed(id, open.host, today);
    if (found.value) writeLogical(found.value.files, args);
    tell(id, found, args, open, terminal);
    codes.push(codeOf(found.problems));
  }
  return Math.max(EXIT.done, ...codes);
}

async function refreshed(id: string, host: Host, today: string): Promise<Outcome<Refresh>> {
  const loaded = load(id, host);
  return loaded.value === undefined
    ? { problems: loaded.problems }
    : await refresh(loaded.value, host, fetchBytes, today);
}

function codeOf(problems: readonly Problem[]): number {
  if (problems.some(({ code }) => code === "upstream/failed")) return EXIT.fetch;
  return problems.some(({ level }) => level === "error") ? EXIT.problems : EXIT.done;
}

function tell(
  id: string,
  { value, problems }: Outcome<Refresh>,
  { json }: Pick<RefreshArguments, "json">,
  { display }: OpenBriefs,
  terminal: Terminal,
): void {
  if (json) {
    for (const problem of problems) terminal.stdout(problemJson(problem, display));
    terminal.stdout(`${JSON.stringify({ brief: id, datasets: value?.datasets ?? 0, cells: value?.cells ?? [] })}\n`);
    return;
  }
  if (problems.length > 0) terminal.stderr(`${problems.map((each) => problemText(each, display)).join("\n")}\n`);
  for (const { id: cell, old, new: now } of value?.cells ?? []) terminal.stdout(`${cell}: ${old} → ${now}\n`);
  const what = value === undefined ? "nothing changed" : summary(value);
  terminal.stdout(`${id}: ${what}\n`);
}

function summary({ datasets, cells }: Refresh): string {
  if (datasets === 0) return "no dataset names its upstream";
  const looked = `${datasets} upstream ${datasets === 1 ? "dataset" : "datasets"} looked up`;
  return cells.length === 0 ? `${looked}, nothing changed` : `${looked}, ${cells.length} cells changed`;
}
