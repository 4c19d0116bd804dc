import type { TaggedFile } from "../tagged-file.ts";
import { shownText } from "../glyph-row.ts";
import type { Drawn, DrawnText } from "./drawn.ts";
import { written } from "./matrices.ts";
import { place } from "./outlines.ts";
import type { Cover } from "./styles.ts";

interface Form {
  readonly name: string;
  readonly reference: PdfkitReference;
}

/** The drawings of a file, each a Form XObject (ISO 32000-1, 8.10), which stands in it once however often it is shown. */
export class Forms {
  readonly #file: TaggedFile;
  readonly #forms = new Map<Drawn, Form>();
  readonly #covers = new Map<string, PdfkitReference>();

  constructor(file: TaggedFile) {
    this.#file = file;
  }

  /** Shows a drawing in its own size, from where the page's coordinates begin. */
  show(drawn: Drawn): void {
    const { page } = this.#file;
    const { name, reference } = this.#forms.get(drawn) ?? this.#made(drawn);
    page.xobjects[name] = reference;
    page.write(`/${name} Do`);
  }

  #made(drawn: Drawn): Form {
    const { width, height, parts, covers } = drawn;
    const fonts: Record<string, PdfkitReference> = {};
    const content = parts.map((each) => (typeof each === "string" ? each : this.#text(each, fonts))).join("\n");
    const reference = this.#file.ref({
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, 0, width, height],
      Resources: {
        ...(Object.keys(fonts).length === 0 ? {} : { Font: fonts }),
        ...(covers.size === 0 ? {} : { ExtGState: this.#states(covers) }),
      },
    });
    reference.write(content);
    reference.end();
    // Counted within the file, so that what was drawn for other files never shows.
    const form = { name: `Drawing${this.#forms.size + 1}`, reference };
    this.#forms.set(drawn, form);
    return form;
  }

  #text(
    { words, family, bold, italics, size, before, spot }: DrawnText,
    fonts: Record<string, PdfkitReference>,
  ): string {
    const font = this.#file.provideFont(family, bold, italics);
    fonts[font.id] = font.ref();
    const shape = font.layout(words, NONE);
    const spacing = { size, spacing: 0, gap: 0 };
    const operators = font.shown(shownText([shape], spacing), () => ({ shapes: [shape], spacing }));
    const [a, b, c, d, e, f] = spot;
    const back = (before * shape.advanceWidth * size) / 1000;
    const at = written([a, b, c, d, e - a * back, f - b * back]);
    return ["BT", `/${font.id} ${place(size)} Tf`, `${at} Tm`, operators, "ET"].join("\n");
  }

  #states(covers: ReadonlyMap<string, Cover>): Readonly<Record<string, PdfkitReference>> {
    return Object.fromEntries(
      [...covers].map(([name, { fill, stroke }]) => {
        const known = this.#covers.get(name);
        if (known !== undefined) return [name, known];
        const made = this.#file.ref({ Type: "ExtGState", ca: fill, CA: stroke });
        made.end();
        this.#covers.set(name, made);
        return [name, made];
      }),
    );
  }
}

const NONE: readonly string[] = [];
