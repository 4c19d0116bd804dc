import { deflateSync } from "node:zlib";
import { remembering } from "../model/remembered.ts";

/** So many bytes of streams are remembered as compressed: those of some dozens of pages and of the fonts that they share. */
const MOST_BYTES = 4_000_000;

const known = remembering<{ readonly made: Uint8Array; readonly size: number }>(MOST_BYTES, ({ size }) => size);

/**
 * Bytes compressed by zlib, or a text each of whose letters is a byte; once a process: of a brief that is built again, most
 * pages and fonts are as they were.
 */
export function deflate(content: string | Uint8Array): Uint8Array {
  const text =
    typeof content === "string"
      ? content
      : Buffer.from(content.buffer, content.byteOffset, content.length).toString("latin1");
  return known(text, () => ({ made: new Uint8Array(deflateSync(Buffer.from(text, "latin1"))), size: text.length }))
    .made;
}
