import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compose } from "../../pipeline/compose/compose.ts";
import { derive } from "../../pipeline/derive/derive.ts";
import { load } from "../../pipeline/load/load.ts";
import type { Composed } from "../../pipeline/model/brief.ts";
import { plainText, type Block, type Inline } from "../../pipeline/model/doc.ts";
import type { Host, Outcome } from "../../pipeline/model/stage.ts";
import { memoryHost } from "../load/memory-host.ts";
import { SMALL_BRIEF } from "../load/small-brief.ts";

const require = createRequire(import.meta.url);

/** The small brief with this prose, and with other files where a test needs them, composed. */
export async function composed(
  prose: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Outcome<Composed>> {
  const host: Host = {
    ...memoryHost({ ...SMALL_BRIEF, "templates/small/prose.md.hbs": prose, ...files }),
    packageFile: (path) => new Uint8Array(readFileSync(require.resolve(path))),
  };
  const loaded = load("b", host);
  if (!loaded.value) throw new Error(JSON.stringify(loaded.problems));
  const derived = await derive({ ...loaded.value, checks: 0 }, host);
  if (!derived.value) throw new Error(JSON.stringify(derived.problems));
  return compose({ ...derived.value, drawings: new Map() }, host);
}

/** The text of the first paragraph. */
export const firstText = (outcome: Outcome<Composed>): string => plainText(firstInlines(outcome));

/** The inlines of the first paragraph. */
export function firstInlines(outcome: Outcome<Composed>): readonly Inline[] {
  if (!outcome.value) throw new Error(JSON.stringify(outcome.problems, null, 1));
  const find = (blocks: readonly Block[]): readonly Inline[] | undefined => {
    for (const block of blocks) {
      const inlines = block.kind === "paragraph" ? block.inlines : "blocks" in block ? find(block.blocks) : undefined;
      if (inlines) return inlines;
    }
    return undefined;
  };
  return find(outcome.value.doc.body) ?? [];
}

/** The problems of an outcome as short lines: `code line:column message`. */
export const problemLines = (outcome: Outcome<Composed>): readonly string[] =>
  outcome.problems.map(({ code, place, message }) => `${code} ${place.line}:${place.column} ${message}`);
