/** A value as JSON can write it: maps and sets as lists, big integers as text. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Map) return [...value].map(plain);
  if (value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}

/** All of a value as one text, the same for the same value: what is kept between builds is found by it. */
export const plainJson = (value: unknown): string => JSON.stringify(plain(value));
