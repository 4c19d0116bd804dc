import { join } from "node:path";
import type { BuildArguments } from "./arguments.ts";
import type { Prepared, Report } from "./build.ts";
import { renewInputs } from "./host/family-output.ts";
import { areAsStamped, stampsOf, type Stamps } from "./host/stamps.ts";
import { plainJson } from "./model/plain-json.ts";
import type { Derived } from "./model/brief.ts";
import type { Cache, Host } from "./model/stage.ts";

interface KeptMember {
  readonly report: Report;
  /** The hashes of the inputs that its manifest lists. */
  readonly inputs: string;
  readonly stamps: Stamps;
}

/** The hash of what the members of one family share of all that goes into them; worked out once. */
export type Shared = (brief: Derived) => string;

export function sharedBy({ sha256 }: Pick<Host, "sha256">): Shared {
  let hash: string | undefined;
  return (brief) => (hash ??= sha256(new TextEncoder().encode(plainJson(commonOf(brief)))));
}

/** What became of a member the last time, where all that it shows is as it was and its files stand as they were written. */
export function keptMember(prepared: Prepared, shared: Shared, args: BuildArguments, cache: Cache): Report | undefined {
  const inputs = inputsText(prepared, shared, args);
  const text = inputs === undefined ? undefined : cache.read(inputs);
  if (text === undefined) return undefined;
  const kept = JSON.parse(text) as KeptMember;
  if (!areAsStamped(join(args.out, prepared.id), kept.stamps)) return undefined;
  const files = prepared.outcome.value?.inputs ?? new Map<string, string>();
  if (kept.inputs !== JSON.stringify([...files])) {
    // Another member's numbers changed in the same file.
    renewInputs(join(args.out, prepared.id), files);
    keepMember(prepared, kept.report, shared, args, cache);
  }
  return kept.report;
}

/** Keeps what became of a member that was written. */
export function keepMember(
  prepared: Prepared,
  report: Report,
  shared: Shared,
  args: BuildArguments,
  cache: Cache,
): void {
  const inputs = inputsText(prepared, shared, args);
  const stamps = stampsOf(join(args.out, prepared.id));
  if (inputs === undefined || stamps === undefined || !report.passed) return;
  const kept: KeptMember = { report, inputs: JSON.stringify([...(prepared.outcome.value?.inputs ?? [])]), stamps };
  cache.write(inputs, JSON.stringify(kept));
}

function inputsText({ id, outcome }: Prepared, shared: Shared, args: BuildArguments): string | undefined {
  const brief = outcome.value;
  if (brief === undefined) return undefined;
  const { datasets, figures, gaps, discrepancies } = brief;
  return JSON.stringify([
    "member",
    id,
    args.strict,
    args.prove,
    shared(brief),
    plainJson([[...datasets.values()].map(({ id: dataset, rows }) => [dataset, rows]), figures, gaps, discrepancies]),
  ]);
}

/** Ranks are those among all members, so where a text asks for them, the numbers of all go into each. */
function commonOf(brief: Derived): unknown {
  const { settings, language, theme, sources, template, house, address, member, datasets } = brief;
  const texts = plainJson([template, settings]);
  const whole = /\brank\b/.test(texts) ? member?.whole.figures : undefined;
  const shapes = [...datasets.values()].map((dataset) => ({ ...dataset, rows: [] }));
  return [settings, language, theme, [...sources], template, house, address, shapes, whole];
}
