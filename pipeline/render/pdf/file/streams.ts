/** Compresses bytes as zlib does. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Has an object of a file compress its stream by other means than pdfkit's own. */
export function compressing(reference: PdfkitReference, deflate: Deflate): PdfkitReference {
  const finalize = reference.finalize.bind(reference);
  reference.finalize = () => {
    if (reference.compress && reference.buffer.length > 0) {
      reference.buffer = [Buffer.from(deflate(Buffer.concat(reference.buffer)))];
      // It says already that it is compressed.
      reference.compress = false;
    }
    finalize();
  };
  return reference;
}
