/** A value as JSON can write it: maps and sets as lists, big integers as text. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Map || value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  const copy: Record<string, unknown> = {};
  // Written in place: lists of entries would take four times as long, and a brief is large.
  for (const name of Object.keys(value)) {
    const part = plain((value as Readonly<Record<string, unknown>>)[name]);
    if (name === "__proto__") Object.defineProperty(copy, name, { value: part, enumerable: true });
    else copy[name] = part;
  }
  return copy;
}

/** All of a value as one text, the same for the same value: what is kept between builds is found by it. */
export const plainJson = (value: unknown): string => JSON.stringify(plain(value));
