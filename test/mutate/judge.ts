import { diffLedgers } from "../../pipeline/ledger/diff.ts";
import type { ProblemCode } from "../../pipeline/model/codes.ts";
import type { Specimen } from "./brief-files.ts";
import { MISTAKES, withMistake, type Mistake } from "./mistake.ts";
import { brokenChecks } from "./oracle.ts";
import { newCodes, runFiles, type Run } from "./run-mutant.ts";

export const VERDICTS = ["stopped", "reported", "needs a reader", "missed", "the same"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What became of one mistake. */
export interface Judged {
  readonly specimen: Specimen;
  readonly mistake: Mistake;
  readonly verdict: Verdict;
  /** The checks that stopped it. */
  readonly codes: readonly ProblemCode[];
  /** The kinds of declared check that the oracle finds broken. */
  readonly broken: readonly string[];
}

/** Makes a mistake and says what came of it. Without the diff, a number that moved in silence is missed. */
export async function judge(
  specimen: Specimen,
  mistake: Mistake,
  old: Run,
  without: ReadonlySet<ProblemCode> = new Set(),
  withDiff = true,
): Promise<Judged> {
  const files = withMistake(specimen.files, mistake);
  const broken = MISTAKES[mistake.kind] === "cell" ? [...brokenChecks(files, specimen.brief)] : [];
  const run = await runFiles(specimen, files, without);
  const codes = newCodes(run, old);
  const known = { specimen, mistake, codes, broken };
  if (codes.length > 0 || run.value === undefined) return { ...known, verdict: "stopped" };
  if (JSON.stringify(run.value.doc) === JSON.stringify(old.value?.doc) && sameLedger(run, old))
    return { ...known, verdict: sameNumbers(mistake) ? "the same" : "missed" };
  if (MISTAKES[mistake.kind] === "swap") return { ...known, verdict: "needs a reader" };
  const diff = withDiff && old.value !== undefined ? diffLedgers(old.value.ledger, run.value.ledger) : undefined;
  const told = diff?.figures.some(({ change }) => change !== "unchanged") ?? false;
  return { ...known, verdict: told ? "reported" : "missed" };
}

const sameLedger = (run: Run, old: Run): boolean =>
  JSON.stringify(run.value?.ledger) === JSON.stringify(old.value?.ledger);

/** 07 is 7: the slip is none. */
const sameNumbers = ({ from, to }: Mistake): boolean => Number(from) === Number(to);
