import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { CACHE_FOLDER, TOOL } from "../../pipeline/host/tool.ts";
import { soundBundle } from "../../pipeline/start/bundle-file.mjs";
import { familyLine, laidFamily } from "./family.ts";
import { installedTypst, versionIn } from "./installed.ts";
import { writeOthers } from "./others.ts";
import { inTurn, opened, timed, type Subject } from "./processes.ts";
import { tableText, type Line } from "./table.ts";

const root = TOOL;
const SAMPLE = "belt-and-road-science";
const START = join(root, "pipeline", "start", "start.mjs");
const script = (name: string): string => join(import.meta.dirname, name);

/** How often each thing is measured. */
interface Times {
  readonly cold: number;
  readonly warm: number;
  readonly batch: number;
  readonly memory: number;
}

const FULL: Times = { cold: 15, warm: 15, batch: 200, memory: 1000 };
const QUICK: Times = { cold: 3, warm: 3, batch: 10, memory: 20 };

/** Where the sample and what the others are given stand while they are measured. */
interface Places {
  readonly own: string;
  readonly others: string;
  readonly modules: string;
}

/** Prints Footing beside Typst, which draws the same charts with Vega, and pdfmake as it comes, measured in turn. */
export async function benchAll(args: readonly string[]): Promise<void> {
  const times = args.includes("--quick") ? QUICK : FULL;
  const named = args.includes("--family") ? args[args.indexOf("--family") + 1] : undefined;
  const { modules, version } = installedTypst(join(CACHE_FOLDER, "bench"));
  const work = mkdtempSync(join(tmpdir(), "footing-bench-"));
  const places = { own: join(work, "own"), others: join(work, "others"), modules };
  try {
    for (const folder of ["data", "templates"])
      cpSync(join(root, folder), join(places.own, folder), { recursive: true });
    mkdirSync(places.others);
    await writeOthers(root, SAMPLE, places.others);
    const way = fastestStart();
    const before = loadavg()[0] ?? 0;
    const cold = await coldLines(places, times);
    const running = await runningLines(places, times);
    const batch = running.find(({ what }) => what.startsWith("batch"));
    const family = named ?? laidFamily(join(work, "communes"));
    const members = familyLine(START, family, join(work, "family"), batch);
    console.log(machine(before, version, way));
    console.log(`\n${tableText([...cold, ...running, members, sizeLine(places)])}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Sees to it that Footing starts as fast as it can on this Node, and says how that is. */
function fastestStart(): string {
  if ("typescript" in process.features && process.features.typescript) return "natively";
  if (soundBundle(TOOL, CACHE_FOLDER) === undefined)
    timed(["--import", "tsx", join(TOOL, "pipeline", "start", "write-bundle.ts")], TOOL);
  return "from its bundle";
}

function machine(before: number, typst: string, way: string): string {
  const [cpu] = cpus();
  const packages = ["vega", "vega-lite", "pdfmake"].map((name) => `${name} ${versionIn(root, name)}`);
  const load = `load ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`;
  return `${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}; ${load}
Node ${process.version}, Footing started ${way}, ${typst}, ${packages.join(", ")}
Footing checks every number, draws each chart in three layouts, and writes page, PDF, ledger and tables; the others write
the PDF alone. Medians, measured in turn; a ratio below 1 is Footing to the better.`;
}

/** From the start of a process to its end. */
async function coldLines({ own, others, modules }: Places, { cold }: Times): Promise<readonly Line[]> {
  const footing = (...more: readonly string[]): number => timed([START, "build", ...more], own);
  const other = (name: string, charts: string): number => timed([script(name), others, modules, charts], root);
  // Once unmeasured: the disk's cache, and what Node keeps of compiled code.
  footing();
  const line = async (what: string, charts: string, ours: () => number): Promise<Line> => {
    const [mine = 0, theirs = 0, stock = 0] = await inTurn(cold, [
      ours,
      () => other("typst-set.mjs", charts),
      () => other("stock-set.mjs", charts),
    ]);
    return { what, unit: "ms", ours: mine, theirs, stock };
  };
  const drawn = await line("cold, charts drawn", "drawn", () => footing("--no-cache"));
  const ready = await line("cold, charts kept", "ready", () => footing());
  const [ours = 0, theirs = 0] = await inTurn(cold, [() => footing(), () => timed(["-e", "0"], own)]);
  return [drawn, ready, { what: "nothing changed", unit: "ms", ours, theirs, against: "`node -e 0`" }];
}

/** In a running process, charts drawn. */
async function runningLines({ own, others, modules }: Places, times: Times): Promise<readonly Line[]> {
  const subjects = [
    opened(script("own-build.mjs"), [own, "", SAMPLE]),
    opened(script("typst-set.mjs"), [others, modules]),
    opened(script("stock-set.mjs"), [others, modules]),
  ] as const;
  try {
    const [one = 0, typstOne = 0, stockOne = 0] = await inTurn(
      1,
      subjects.map((each) => async () => (await each.ask(task(0))).peak),
    );
    const warm = await inTurn(
      times.warm,
      subjects.map((each) => again(each, () => task(0))),
    );
    const edited = await inTurn(
      times.warm,
      subjects.map((each) => again(each, (turn) => task(turn + 1, true))),
    );
    const before = (await subjects[0].ask(task(0))).rss;
    const batch = await inTurn(
      times.batch,
      subjects.map((each) => again(each, (turn) => task(turn + 100))),
    );
    const line = (what: string, [ours = 0, theirs = 0, stock = 0]: readonly number[]): Line => ({
      what,
      unit: "ms",
      ours,
      theirs,
      stock,
    });
    return [
      line("warm, charts drawn", warm),
      line("one figure edited", edited),
      line(`batch of ${times.batch} variants, a brief`, batch),
      { what: "memory of one brief, at its most", unit: "MB", ours: one, theirs: typstOne, stock: stockOne },
      await memoryLine(subjects, times, before),
    ];
  } finally {
    for (const each of subjects) each.end();
  }
}

/** What the processes hold after so many briefs in all; beside it, what ours held before. */
async function memoryLine(
  [own, typst, stock]: readonly [Subject, Subject, Subject],
  { memory, batch }: Times,
  before: number,
): Promise<Line> {
  const after = async (subject: Subject): Promise<number> => {
    let rss = 0;
    for (let turn = batch; turn < memory; turn += 1) ({ rss } = await subject.ask(task(turn + 100)));
    return rss;
  };
  const [ours, theirs, third] = [await after(own), await after(typst), await after(stock)];
  const what = `memory after ${memory} briefs (Footing before them: ${Math.round(before)} MB)`;
  return { what, unit: "MB", ours, theirs, stock: third };
}

const task = (change: number, kept = false) => ({ charts: "drawn", number: 11_784 - change, kept }) as const;

const again =
  (subject: Subject, next: (turn: number) => ReturnType<typeof task>) =>
  async (turn: number): Promise<number> =>
    (await subject.ask(next(turn))).ms;

function sizeLine({ own, others }: Places): Line {
  const size = (...path: readonly string[]): number => statSync(join(...path)).size / 1024;
  const ours = size(own, "out", SAMPLE, `${SAMPLE}.pdf`);
  return {
    what: "PDF",
    unit: "KB",
    ours,
    theirs: size(others, "typst.pdf"),
    stock: size(others, "stock.pdf"),
  };
}
