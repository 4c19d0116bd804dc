import { join } from "node:path";
import type { BuildArguments } from "./arguments.ts";
import type { Prepared, Report } from "./build.ts";
import { renewInputs } from "./host/family-output.ts";
import { areAsStamped, stampsOf, type Stamps } from "./host/stamps.ts";
import { plainJson } from "./model/plain-json.ts";
import { onceFor } from "./model/remembered.ts";
import type { Derived } from "./model/brief.ts";
import type { Cache, Host } from "./model/stage.ts";

interface KeptMember {
  readonly report: Report;
  /** The hashes of the inputs that its manifest lists. */
  readonly inputs: string;
  readonly stamps: Stamps;
}

/** All that goes into a member of a family, as a key; nothing where it has none. */
export type MemberKey = (prepared: Prepared) => string | undefined;

/**
 * What members share goes into the keys of all of them, and is read once: all that is in no row, and of what is in rows
 * each figure, be it a sum of ten thousand.
 */
export function memberKeys({ sha256 }: Pick<Host, "sha256">, { strict, prove }: BuildArguments): MemberKey {
  const hashOf = (value: unknown): string => sha256(new TextEncoder().encode(plainJson(value)));
  const part = onceFor((each: object) => hashOf(each));
  let common: string | undefined;
  const keyOf = (id: string, brief: Derived): string => {
    const { datasets, figures, gaps, discrepancies } = brief;
    common ??= hashOf(commonOf(brief));
    const rows = [...datasets.values()].map((dataset) => [dataset.id, part(dataset.rows)]);
    const parts = [figures.values(), gaps.values(), discrepancies].map((all) => Array.from(all, part));
    return hashOf(["member", id, strict, prove, common, rows, parts]);
  };
  return onceFor(({ id, outcome: { value } }: Prepared) => (value === undefined ? undefined : keyOf(id, value)));
}

/** What became of a member the last time, where all that it shows is as it was and its files stand as they were written. */
export function keptMember(prepared: Prepared, key: MemberKey, out: string, cache: Cache): Report | undefined {
  const inputs = key(prepared);
  const text = inputs === undefined ? undefined : cache.read(inputs);
  if (text === undefined) return undefined;
  const kept = JSON.parse(text) as KeptMember;
  if (!areAsStamped(join(out, prepared.id), kept.stamps)) return undefined;
  if (kept.inputs !== inputsText(prepared)) {
    // Another member's numbers changed in the same file.
    renewInputs(join(out, prepared.id), prepared.loaded?.inputs ?? new Map());
    keepMember(prepared, kept.report, key, out, cache);
  }
  return kept.report;
}

/** Keeps what became of a member that was written. */
export function keepMember(prepared: Prepared, report: Report, key: MemberKey, out: string, cache: Cache): void {
  const inputs = key(prepared);
  const stamps = stampsOf(join(out, prepared.id));
  if (inputs === undefined || stamps === undefined || !report.passed) return;
  cache.write(inputs, JSON.stringify({ report, inputs: inputsText(prepared), stamps } satisfies KeptMember));
}

const inputsText = ({ loaded }: Prepared): string => JSON.stringify([...(loaded?.inputs ?? [])]);

/** Ranks are those among all members, so where a text asks for them, the numbers of all go into each. */
function commonOf(brief: Derived): unknown {
  const { settings, language, theme, sources, template, house, address, member, datasets } = brief;
  const texts = plainJson([template, settings]);
  const whole = /\brank\b/.test(texts) ? member?.whole.figures : undefined;
  const shapes = [...datasets.values()].map((dataset) => ({ ...dataset, rows: [] }));
  return [settings, language, theme, [...sources], template, house, address, shapes, whole];
}
