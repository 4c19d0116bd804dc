/** A stretch in which two lists differ: what only the first has there, and what only the second has. */
export interface Stretch<Item> {
  readonly gone: readonly Item[];
  readonly came: readonly Item[];
  /** Where it begins in each. */
  readonly from: readonly [number, number];
}

/** Two lists as stretches in which they differ, in order, around the longest list that both hold (LCS). */
export function differences<Item>(
  old: readonly Item[],
  now: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): readonly Stretch<Item>[] {
  const pairs = [...commonPairs(old, now, same), [old.length, now.length] as const];
  const stretches: Stretch<Item>[] = [];
  let [i, j] = [0, 0];
  for (const [atOld, atNow] of pairs) {
    if (atOld > i || atNow > j) stretches.push({ gone: old.slice(i, atOld), came: now.slice(j, atNow), from: [i, j] });
    [i, j] = [atOld + 1, atNow + 1];
  }
  return stretches;
}

/** More comparisons than these are not made: what lies between the ends that agree then counts as another altogether. */
const MOST = 25_000_000;

/** The places of the longest list that two lists have in common. */
function commonPairs<Item>(
  old: readonly Item[],
  now: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): readonly (readonly [number, number])[] {
  const sameAt = (i: number, j: number): boolean => same(old[i] as Item, now[j] as Item); // both within their lists
  let start = 0;
  while (start < Math.min(old.length, now.length) && sameAt(start, start)) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && sameAt(old.length - 1 - end, now.length - 1 - end)) end += 1;
  const [rows, columns] = [old.length - start - end, now.length - start - end];
  const from = (length: number, at: number, by: number): readonly (readonly [number, number])[] =>
    Array.from({ length }, (_, k) => [at + k, by + k] as const);
  const ends = [from(start, 0, 0), from(end, old.length - end, now.length - end)] as const;
  if (rows * columns > MOST) return ends.flat();
  const pairs = [...ends[0]];
  const longest = lengths(rows, columns, (i, j) => (sameAt(start + i, start + j) ? 1 : 0));
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    const here = longest(i, j);
    if (sameAt(start + i, start + j) && here === longest(i + 1, j + 1) + 1) pairs.push([start + i++, start + j++]);
    else if (longest(i + 1, j) === here) i += 1;
    else j += 1;
  }
  return [...pairs, ...ends[1]];
}

/** Pairs things of two lists in their order, so that what they weigh together is most; a weight of 0 makes no pair. */
export function heaviestPairs(
  rows: number,
  columns: number,
  weight: (i: number, j: number) => number,
): readonly (readonly [number, number])[] {
  const best = lengths(rows, columns, weight);
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    const here = best(i, j);
    if (here === best(i + 1, j)) i += 1;
    else if (here === best(i, j + 1)) j += 1;
    else pairs.push([i++, j++]);
  }
  return pairs;
}

/** The most that pairs can weigh from each place on. */
function lengths(
  rows: number,
  columns: number,
  weight: (i: number, j: number) => number,
): (i: number, j: number) => number {
  const width = columns + 1;
  const table = new Float64Array((rows + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1) {
      const both = weight(i, j);
      const paired = both > 0 ? both + at(i + 1, j + 1) : 0;
      table[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), paired);
    }
  return at;
}
