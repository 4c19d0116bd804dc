import { remembering, type Remembered } from "../../../model/remembered.ts";

/** So many cut fonts of a face are remembered, of some 30 KB each. */
const MOST = 12;

const kept = new WeakMap<PdfkitFont["font"], Remembered<Uint8Array>>();

/** Lets a face be cut to the same glyphs once: the next edition of a brief has mostly those of the last. */
export function keepSubset({ font, subset }: PdfkitFont): void {
  const known = kept.get(font) ?? remembering<Uint8Array>(MOST);
  kept.set(font, known);
  const cut = subset.encode.bind(subset);
  subset.encode = () => known(subset.glyphs.join(" "), cut);
}
