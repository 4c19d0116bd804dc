import type { Sentence } from "../model/edition-text.ts";

/**
 * The sentences of an edition under the names that the next one has for its tables and charts: one whose file has another
 * name there, and that begins with the same words, is the same.
 */
export function asNowNamed(old: readonly Sentence[], now: readonly Sentence[]): readonly Sentence[] {
  const [before, after] = [beginnings(old), beginnings(now)];
  const names = new Map<string, string>();
  for (const [block, text] of before) {
    if (after.has(block)) continue;
    const other = [...after].find(([each, begins]) => begins === text && !before.has(each));
    if (other) names.set(block, other[0]);
  }
  return names.size === 0 ? old : old.map((each) => renamed(each, names.get(each.block)));
}

function renamed(sentence: Sentence, block: string | undefined): Sentence {
  if (block === undefined) return sentence;
  const { fact } = sentence;
  return { ...sentence, block, ...(fact === undefined ? {} : { fact: block + fact.slice(sentence.block.length) }) };
}

/** The tables and charts, and the words that each begins with. */
function beginnings(all: readonly Sentence[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { exhibit, block, key } of all) if (exhibit && !found.has(block)) found.set(block, key);
  return found;
}
