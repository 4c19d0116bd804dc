import { fromBase64, toBase64 } from "../model/base64.ts";
import { plainJson } from "../model/plain-json.ts";
import type { Host, Outcome } from "../model/stage.ts";

/** A text that was kept from an earlier build with the very same inputs, or made now and kept, where nothing is wrong with it. */
export async function keptText(
  inputs: unknown,
  { cache }: Host,
  make: () => Promise<Outcome<string>>,
): Promise<Outcome<string>> {
  if (cache === undefined) return make();
  const key = plainJson(inputs);
  const kept = cache.read(key);
  if (kept !== undefined) return { value: kept, problems: [] };
  const made = await make();
  if (made.value !== undefined && made.problems.length === 0) cache.write(key, made.value);
  return made;
}

/** The same for bytes, which are kept as base64. */
export async function keptBytes(
  inputs: unknown,
  host: Host,
  make: () => Promise<Outcome<Uint8Array>>,
): Promise<Outcome<Uint8Array>> {
  let bytes: Uint8Array | undefined;
  const text = await keptText(inputs, host, async () => {
    const { value, problems } = await make();
    bytes = value;
    return value === undefined ? { problems } : { value: toBase64(value), problems };
  });
  if (text.value === undefined) return { problems: text.problems };
  return { value: bytes ?? fromBase64(text.value), problems: text.problems };
}
