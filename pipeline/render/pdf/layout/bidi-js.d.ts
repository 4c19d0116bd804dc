// Its own declarations give a module with a default export, where CommonJS gives the function itself.
declare module "bidi-js" {
  interface Bidi {
    /** The embedding level of every UTF-16 unit of a text, by the Unicode bidirectional algorithm (UAX #9). */
    getEmbeddingLevels(text: string, direction: "ltr" | "rtl"): { readonly levels: Uint8Array };
    /** What a character looks like from the other side; null where it has no sides. */
    getMirroredCharacter(character: string): string | null;
  }
  export default function bidiFactory(): Bidi;
}
