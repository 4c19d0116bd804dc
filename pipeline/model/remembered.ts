/** Gives what was made of a key before, or makes it. */
export type Remembered<Thing> = (key: string, make: () => Thing) => Thing;

/**
 * Things by what they were made of. Past so many the whole of them is forgotten at once: a process that builds one brief
 * after another stays as small as it was. A key must say all that goes into a thing, and a thing may hold no document.
 * Where things are of very different sizes, `weightOf` says how much of the most each takes.
 */
export function remembering<Thing>(most: number, weightOf: (thing: Thing) => number = () => 1): Remembered<Thing> {
  const known = new Map<string, Thing>();
  let weight = 0;
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    const own = weightOf(made);
    if (own > most) return made;
    if (weight + own > most) {
      known.clear();
      weight = 0;
    }
    known.set(key, made);
    weight += own;
    return made;
  };
}

/** What is made of an object, once for as long as the object is there; nothing but the object may go into it. */
export function onceFor<Of extends object, Thing>(make: (of: Of) => Thing): (of: Of) => Thing {
  const known = new WeakMap<Of, { readonly made: Thing }>();
  return (of) => {
    const found = known.get(of) ?? { made: make(of) };
    known.set(of, found);
    return found.made;
  };
}
