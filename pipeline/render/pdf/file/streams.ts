import { onceFor } from "../../../model/remembered.ts";
import { Output } from "./output.ts";

/** Compresses bytes as zlib does, or a text each of whose letters is a byte. */
export type Deflate = (content: string | Uint8Array) => Uint8Array;

/** What was written into the stream of an object. */
const outputs = new WeakMap<PdfkitReference, Output>();

/**
 * Has an object of a file keep its stream as text until it is put into the file, and compress it by other means than
 * pdfkit's own, if there are any.
 */
export function streaming(reference: PdfkitReference, deflate: Deflate | undefined): PdfkitReference {
  const own = waysOf(Object.getPrototypeOf(reference) as PdfkitReference);
  // A file has thousands of objects: none of them gets a function of its own.
  reference.write = own.write;
  reference.finalize = deflate === undefined ? own.finalize : own.by(deflate);
  return reference;
}

type Way = (this: PdfkitReference) => void;

interface Ways {
  readonly write: (this: PdfkitReference, data: string | Uint8Array) => void;
  readonly finalize: Way;
  readonly by: (deflate: Deflate) => Way;
}

/** What stands in for the functions of pdfkit's class of objects. */
const waysOf = onceFor((theirs: PdfkitReference): Ways => {
  const ended = (deflate: Deflate | undefined): Way =>
    function finalize() {
      const output = outputs.get(this);
      if (output !== undefined) {
        const compressed = this.compress ? deflate?.(output.content()) : undefined;
        this.buffer = [compressed === undefined ? output.bytes() : Buffer.from(compressed)];
        // It says already that it is compressed.
        if (compressed !== undefined) this.compress = false;
      }
      theirs.finalize.call(this);
    };
  return {
    write(data) {
      const output = outputs.get(this) ?? new Output();
      // pdfkit says in the object that it has a stream.
      if (!outputs.has(this)) theirs.write.call(this, NOTHING);
      outputs.set(this, output);
      output.add(data);
    },
    finalize: ended(undefined),
    by: onceFor((deflate: Deflate) => ended(deflate)),
  };
});

const NOTHING = new Uint8Array();
