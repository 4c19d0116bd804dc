/** Gives what was made of a key before, or makes it. */
export type Remembered<Thing> = (key: string, make: () => Thing) => Thing;

/**
 * Things by what they were made of. Past so many the whole of them is forgotten at once: a process that builds one brief
 * after another stays as small as it was. A key must say all that goes into a thing, and a thing may hold no document.
 */
export function remembering<Thing>(most: number): Remembered<Thing> {
  const known = new Map<string, Thing>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}
