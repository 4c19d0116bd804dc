import { Output } from "./output.ts";

/** Compresses bytes as zlib does, or a text each of whose letters is a byte. */
export type Deflate = (content: string | Uint8Array) => Uint8Array;

/**
 * Has an object of a file keep its stream as text until it is put into the file, and compress it by other means than
 * pdfkit's own, if there are any.
 */
export function streaming(reference: PdfkitReference, deflate: Deflate | undefined): PdfkitReference {
  const finalize = reference.finalize.bind(reference);
  const write = reference.write.bind(reference);
  let output: Output | undefined;
  reference.write = (data) => {
    // pdfkit says in the object that it has a stream.
    if (output === undefined) write(NOTHING);
    output ??= new Output();
    output.add(data);
  };
  reference.finalize = () => {
    const compressed = reference.compress ? output && deflate?.(output.content()) : undefined;
    if (output !== undefined) reference.buffer = [compressed === undefined ? output.bytes() : Buffer.from(compressed)];
    // It says already that it is compressed.
    if (compressed !== undefined) reference.compress = false;
    finalize();
  };
  return reference;
}

const NOTHING = new Uint8Array();
