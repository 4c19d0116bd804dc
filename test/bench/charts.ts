import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Session } from "node:inspector";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Derived } from "../../pipeline/model/brief.ts";
import type { Host } from "../../pipeline/model/stage.ts";

// What charts cost, drawn cold, drawn warm and kept from an earlier build, in one run: npm run bench -- charts.

const root = join(import.meta.dirname, "..", "..");
const SAMPLE = "belt-and-road-science";
const WARM = 10;
const HEAVY = ["vega", "vega-lite", "vega-interpreter", "fontkit"];

interface Measure {
  /** The first chart, with all that has to be loaded for it. */
  readonly first: number;
  /** A chart once everything is loaded. */
  readonly each: number;
  /** The packages that were loaded, among those that charts need. */
  readonly loaded: readonly string[];
}

/** In a process of its own: every chart of the sample once, then again and again. */
async function measured(cache: string | undefined): Promise<void> {
  const heard = heardPackages();
  const [host, brief] = await derived(cache);
  const designs = [...brief.template.charts];
  const { chart } = await import("../../pipeline/chart/chart.ts");
  const drawOne = async (at: number): Promise<number> => {
    const charts = new Map(designs.slice(at % designs.length, (at % designs.length) + 1));
    const from = performance.now();
    const { value } = await chart({ ...brief, template: { ...brief.template, charts } }, host);
    if (value === undefined) throw new Error("The sample's charts cannot be drawn");
    return performance.now() - from;
  };
  const first = await drawOne(0);
  const times: number[] = [];
  for (let at = 1; at <= WARM * designs.length; at += 1) times.push(await drawOne(at));
  times.sort((a, b) => a - b);
  const each = times[Math.floor(times.length / 2)] ?? 0;
  console.log(JSON.stringify({ first, each, loaded: HEAVY.filter((name) => heard.has(name)) } satisfies Measure));
}

/** The names of packages whose scripts this process loads from now on, as Node's own debugger hears of them. */
function heardPackages(): ReadonlySet<string> {
  const heard = new Set<string>();
  const session = new Session();
  session.connect();
  session.on("Debugger.scriptParsed", ({ params }) => {
    const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(params.url)?.[1];
    if (name !== undefined) heard.add(name);
  });
  session.post("Debugger.enable");
  return heard;
}

async function derived(cache: string | undefined): Promise<readonly [Host, Derived]> {
  const { openHost } = await import("../../pipeline/host/host.ts");
  const [{ load }, { validate }, { derive }] = await Promise.all([
    import("../../pipeline/load/load.ts"),
    import("../../pipeline/validate/validate.ts"),
    import("../../pipeline/derive/derive.ts"),
  ]);
  const folders = { data: join(root, "data"), templates: join(root, "templates"), out: join(root, "out") };
  const host = openHost({ ...folders, ...(cache === undefined ? {} : { cache }) });
  const loaded = load(SAMPLE, host).value;
  const validated = loaded && validate(loaded).value;
  const { value } = validated ? await derive(validated, host) : {};
  if (value === undefined) throw new Error("The sample does not build");
  return [host, value];
}

function apart(cache: string | undefined): Measure {
  const args = ["--import", "tsx", join(import.meta.dirname, "bench.ts"), "charts", "measure", cache ?? ""];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  const line = stdout.trim().split("\n").at(-1);
  if (line === undefined || !line.startsWith("{")) throw new Error(stderr);
  return JSON.parse(line) as Measure;
}

/** Prints what a chart costs in its three layouts and four finishes: cold, warm, and kept from an earlier build. */
export async function benchCharts([what, cache]: readonly string[]): Promise<void> {
  if (what === "measure") return measured(cache === "" ? undefined : cache);
  const folder = mkdtempSync(join(tmpdir(), "footing-bench-"));
  try {
    const drawn = apart(undefined);
    apart(folder);
    const kept = apart(folder);
    const ms = (time: number): string => `${time.toFixed(1)} ms`;
    const loaded = (names: readonly string[]): string => (names.length === 0 ? "none" : names.join(", "));
    console.log(`drawn: first chart ${ms(drawn.first)}, each warm ${ms(drawn.each)}; loaded: ${loaded(drawn.loaded)}`);
    console.log(`kept:  first chart ${ms(kept.first)}, each warm ${ms(kept.each)}; loaded: ${loaded(kept.loaded)}`);
    console.log(
      `kept : drawn = ${(kept.first / drawn.first).toFixed(3)} cold, ${(kept.each / drawn.each).toFixed(3)} warm`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
