const SIGNS = new TextEncoder().encode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
const PAD = 0x3d;

/** Bytes as base64 (RFC 4648). By hand: fonts are long, and btoa wants them as text first. */
export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PAD);
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const first = bytes[from] ?? 0;
    const second = bytes[from + 1] ?? 0;
    const third = bytes[from + 2] ?? 0;
    text[to] = SIGNS[first >> 2] ?? PAD;
    text[to + 1] = SIGNS[((first & 3) << 4) | (second >> 4)] ?? PAD;
    if (from + 1 < bytes.length) text[to + 2] = SIGNS[((second & 15) << 2) | (third >> 6)] ?? PAD;
    if (from + 2 < bytes.length) text[to + 3] = SIGNS[third & 63] ?? PAD;
  }
  return new TextDecoder().decode(text);
}
