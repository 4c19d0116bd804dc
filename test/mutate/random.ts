/** Numbers that look random and are the same from the same seed (mulberry32, Tommy Ettinger, public domain). */
export interface Random {
  /** A whole number from 0 to below `below`. */
  whole(below: number): number;
  /** So many of a list, none twice, in the order of the list; all of it where there are no more. */
  some<Item>(list: readonly Item[], count: number): readonly Item[];
}

/** Makes a source of such numbers. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    whole,
    some(list, count) {
      const left = list.map((_, index) => index);
      const taken: number[] = [];
      while (taken.length < count && left.length > 0) taken.push(...left.splice(whole(left.length), 1));
      return taken.toSorted((a, b) => a - b).flatMap((index) => list.slice(index, index + 1));
    },
  };
}
