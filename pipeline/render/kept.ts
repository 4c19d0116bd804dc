import type { Cache, Host, Outcome } from "../model/stage.ts";

/**
 * A text or bytes that were kept from an earlier build with the very same inputs, or made now and kept, where nothing is
 * wrong with them.
 */
async function keptOr<Made extends string | Uint8Array>(
  inputs: () => string,
  read: (cache: Cache, key: string) => Made | undefined,
  { cache }: Host,
  make: () => Promise<Outcome<Made>>,
): Promise<Outcome<Made>> {
  if (cache === undefined) return make();
  const key = inputs();
  const kept = read(cache, key);
  if (kept !== undefined) return { value: kept, problems: [] };
  const made = await make();
  if (made.value !== undefined && made.problems.length === 0) cache.write(key, made.value);
  return made;
}

/** A text of all that goes into it. */
export const keptText = (inputs: () => string, host: Host, make: () => Promise<Outcome<string>>) =>
  keptOr(inputs, (cache, key) => cache.read(key), host, make);

/** The same for bytes. */
export const keptBytes = (inputs: () => string, host: Host, make: () => Promise<Outcome<Uint8Array>>) =>
  keptOr(inputs, (cache, key) => cache.readBytes(key), host, make);
