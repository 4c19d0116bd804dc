import { parseArgs } from "node:util";
import type { ProblemCode } from "../../pipeline/model/codes.ts";
import { prove } from "../../pipeline/prove/prove.ts";
import { render } from "../../pipeline/render/render.ts";
import { hostOf, specimenOf, type Specimen } from "./brief-files.ts";
import { cellMistakes } from "./cell-mistakes.ts";
import { judge, VERDICTS, type Judged } from "./judge.ts";
import { MISTAKES, withMistake, type Mistake } from "./mistake.ts";
import { randomFrom } from "./random.ts";
import { runFiles, type Run } from "./run-mutant.ts";
import { textMistakes } from "./text-mistakes.ts";

// npm run mutate: thousands of single mistakes, and what became of each. It fails when one is missed, when a number
// that breaks a declared check is let through, or when a check could be switched off and nothing would be missed.

const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    brief: { type: "string", multiple: true, default: ["sample", "many-checks"] },
    most: { type: "string" },
    whole: { type: "string", default: "12" },
  },
});

interface Ground {
  readonly specimen: Specimen;
  readonly old: Run;
  readonly mistakes: readonly Mistake[];
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function groundOf(name: string): Promise<Ground> {
  const specimen = specimenOf(name);
  const old = await runFiles(specimen, specimen.files);
  if (old.value === undefined) throw new Error(`${name} should build: ${JSON.stringify(old.problems)}`);
  const random = randomFrom(Number(options.seed));
  const all = [...cellMistakes(specimen, old.value, random), ...textMistakes(specimen, old.value)];
  return { specimen, old, mistakes: options.most === undefined ? all : random.some(all, Number(options.most)) };
}

async function judgeAll(grounds: readonly Ground[]): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const { specimen, old, mistakes } of grounds)
    for (const mistake of mistakes) judged.push(await judge(specimen, mistake, old));
  return judged;
}

function tellVerdicts(judged: readonly Judged[]): void {
  print(["mistake".padEnd(28), ...VERDICTS.map((verdict) => verdict.padStart(14))].join(" "));
  const row = (name: string, list: readonly Judged[]): void => {
    const counts = VERDICTS.map((verdict) =>
      String(list.filter((each) => each.verdict === verdict).length).padStart(14),
    );
    print([name.padEnd(28), ...counts].join(" "));
  };
  for (const kind of Object.keys(MISTAKES))
    row(
      kind,
      judged.filter(({ mistake }) => mistake.kind === kind),
    );
  row("all", judged);
  for (const verdict of ["needs a reader", "missed"] as const)
    for (const { mistake } of judged.filter((each) => each.verdict === verdict))
      print(`${verdict}: ${mistake.where}: ${mistake.kind}: ${mistake.from} → ${mistake.to}`);
}

/** Mistakes that break a declared check, by the oracle's own arithmetic, and were not stopped. */
function tellConstrained(judged: readonly Judged[]): number {
  const constrained = judged.filter(({ broken }) => broken.length > 0);
  const through = constrained.filter(({ verdict }) => verdict !== "stopped");
  print(`\nbreak a declared check: ${constrained.length}, of which stopped: ${constrained.length - through.length}`);
  for (const { mistake, broken } of through)
    print(
      `not stopped: ${mistake.where}: ${mistake.kind}: ${mistake.from} → ${mistake.to} breaks ${broken.join(", ")}`,
    );
  return through.length;
}

/** The checks that each dataset may declare, and those of words: without any of them, something is missed. */
const SWITCHED: readonly ProblemCode[] = [
  "shares/do-not-add-up",
  "shares/part-exceeds-whole",
  "rank/disagrees",
  "order/broken",
  "cell/not-unique",
  "cell/out-of-range",
  "figure/differs",
  "figure/excess-digits",
  "shares/not-granular",
  "prose/unbound-number",
  "prose/unbound-word",
  "word/wrong-way",
  "word/false",
];

async function tellSwitched(grounds: readonly Ground[], judged: readonly Judged[]): Promise<readonly string[]> {
  print(`\n${"without the check".padEnd(28)} ${"missed".padStart(14)}`);
  const idle: string[] = [];
  const random = randomFrom(Number(options.seed));
  for (const code of SWITCHED) {
    const alone = judged.filter(({ codes }) => codes.length === 1 && codes[0] === code);
    let [missed, tried] = [0, 0];
    // A few show that the check is needed; counting all would draw every chart again.
    for (const { specimen, mistake } of random.some(alone, 20)) {
      if (missed === 3) break;
      tried += 1;
      const old = grounds.find((ground) => ground.specimen === specimen)?.old;
      if (old === undefined) continue;
      const again = await judge(specimen, mistake, old, new Set([code]), false);
      if (again.verdict === "missed") missed += 1;
    }
    print(`${code.padEnd(28)} ${`${missed} of ${tried}`.padStart(14)}   (${alone.length} stopped by it alone)`);
    if (missed === 0) idle.push(code);
  }
  const reported = judged.filter(({ verdict }) => verdict === "reported").length;
  print(`${"the diff of two ledgers".padEnd(28)} ${String(reported).padStart(14)}`);
  return reported === 0 ? [...idle, "diff"] : idle;
}

/** Renders some of the mistakes that were let through, reads both files back, and finds in them what the Doc says. */
async function tellWhole(judged: readonly Judged[]): Promise<number> {
  const through = judged.filter(({ verdict }) => verdict === "reported" || verdict === "needs a reader");
  const picked = randomFrom(Number(options.seed)).some(through, Number(options.whole));
  let wrong = 0;
  for (const { specimen, mistake } of picked) {
    const files = withMistake(specimen.files, mistake);
    const host = hostOf(files);
    const { value } = await runFiles(specimen, files);
    const rendered = value && (await render(value, host));
    const proved = rendered?.value && (await prove(rendered.value, host));
    if (proved?.value === undefined) {
      wrong += 1;
      print(`not alike in every output: ${mistake.where}: ${mistake.from} → ${mistake.to}`);
    }
  }
  print(`\nrendered whole, and read back alike from page and PDF: ${picked.length - wrong} of ${picked.length}`);
  return wrong;
}

const grounds: Ground[] = [];
for (const name of options.brief) grounds.push(await groundOf(name));
const judged = await judgeAll(grounds);
tellVerdicts(judged);
const through = tellConstrained(judged);
const wrong = await tellWhole(judged);
const idle = options.most === undefined ? await tellSwitched(grounds, judged) : [];
const missed = judged.filter(({ verdict }) => verdict === "missed").length;
print(`\n${judged.length} mistakes, ${missed} missed, ${through} break a check and were let through`);
if (idle.length > 0) print(`could be switched off and nothing would be missed: ${idle.join(", ")}`);
process.exitCode = missed + through + wrong + idle.length > 0 ? 1 : 0;
