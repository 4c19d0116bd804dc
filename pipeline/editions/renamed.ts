import type { ChangedSentence } from "../model/edition.ts";
import type { DocText, NamedData } from "../model/edition-text.ts";
import type { Ledger } from "../model/figure.ts";

/** One side of a comparison: what the lineage of its numbers says in words, and its ledger. */
export interface NamedSide {
  readonly text: DocText;
  readonly ledger: Ledger;
}

/**
 * What "how the numbers were made" calls otherwise in two editions: datasets, rows, and sources that are the same ones.
 * What is new or gone there is told with its figures.
 */
export function renamedData(old: NamedSide, now: NamedSide, where: string): readonly ChangedSentence[] {
  const before = wordsIn(old.text.lineage ?? []);
  const isSameSources = (figure: string): boolean =>
    old.ledger.figures[figure]?.source.join() === now.ledger.figures[figure]?.source.join();
  const told = new Map<string, ChangedSentence>();
  for (const [spot, { text, sourcesOf }] of wordsIn(now.text.lineage ?? [])) {
    const was = before.get(spot)?.text;
    if (was === undefined || was === text || (sourcesOf !== undefined && !isSameSources(sourcesOf))) continue;
    told.set(pairOf({ old: was, new: text }), { where, block: LINEAGE, old: was, new: text });
  }
  return [...told.values()];
}

/** The part of a page that tells how its numbers were made. */
const LINEAGE = "page_numbers";

/** The two wordings of a sentence, as one key. */
export const pairOf = ({ old, new: now }: Pick<ChangedSentence, "old" | "new">): string => `${old ?? ""}\n${now ?? ""}`;

interface Words {
  readonly text: string;
  /** The figure that a text cites the sources of. */
  readonly sourcesOf?: string;
}

/** All that lineage says in words, by what it is said of. */
function wordsIn(lineage: readonly NamedData[]): ReadonlyMap<string, Words> {
  const words = new Map<string, Words>();
  for (const { dataset, title, rows } of lineage) {
    words.set(dataset, { text: title });
    for (const row of rows) {
      const [first] = row.numbers;
      const [, name, ...column] = first?.figure.split(".") ?? [];
      // The single figures of a dataset are a row that bears its title.
      if (column.length > 0) words.set(`${dataset}.${name}`, { text: row.title });
      const cited = [...(first ? [{ figure: first.figure, sources: row.sources }] : []), ...row.numbers];
      for (const { figure, sources } of cited)
        sources.forEach((text, i) =>
          words.set(`sources ${figure} ${i} of ${sources.length}`, { text, sourcesOf: figure }),
        );
    }
  }
  return words;
}
