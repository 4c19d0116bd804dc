import { Output } from "./output.ts";

/** Compresses bytes as zlib does. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

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
    if (output !== undefined) reference.buffer = [output.bytes()];
    if (deflate !== undefined && output !== undefined && reference.compress) {
      reference.buffer = [Buffer.from(deflate(output.bytes()))];
      // It says already that it is compressed.
      reference.compress = false;
    }
    finalize();
  };
  return reference;
}

const NOTHING = new Uint8Array();
