declare module "subset-font" {
  interface SubsetOptions {
    readonly targetFormat: "woff2";
    readonly keepFeatures?: readonly string[];
    readonly noHinting?: boolean;
  }
  /** Cuts a font down to the glyphs of a text, by HarfBuzz. */
  export default function subsetFont(font: Buffer, text: string, options: SubsetOptions): Promise<Uint8Array>;
}
