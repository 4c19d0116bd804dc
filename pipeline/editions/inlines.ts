import type { Block, Paragraph, Section } from "../model/doc.ts";
import { plainText, type Inline } from "../model/inline.ts";
import type { BlockId } from "../model/id.ts";
import type { Place } from "../model/place.ts";

/** Makes the blocks of what the house says of an edition; all of them have the place where the edition is declared. */
export class Furniture {
  readonly place: Place;
  #made = 0;

  constructor(place: Place) {
    this.place = place;
  }

  /** Ids of authors' blocks hold no underscore, so that one of these is like none of theirs. */
  id(name?: string): BlockId {
    this.#made += 1;
    return `page_${name ?? this.#made}` as BlockId;
  }

  text(text: string): Inline {
    return { kind: "text", text, place: this.place };
  }

  /** What is no longer said, or what is said instead. */
  marked(kind: "deleted" | "inserted", ...children: readonly Inline[]): Inline {
    return { kind, children, place: this.place };
  }

  file(path: string): Inline {
    return { kind: "link", href: path, children: [this.text(path)], place: this.place };
  }

  to(target: string, text: string): Inline {
    return { kind: "crossReference", target: target as BlockId, text, place: this.place };
  }

  line(): Inline {
    return { kind: "break", place: this.place };
  }

  paragraph(...inlines: readonly Inline[]): Paragraph {
    return { kind: "paragraph", id: this.id(), inlines, place: this.place };
  }

  /** A term with what belongs to it, one a line; nothing where there is none. */
  definitions(entries: readonly Definition[]): readonly Block[] {
    // A term stands once, however much belongs to it.
    const terms = new Map<string, Definition>();
    for (const { term, description } of entries) {
      const name = plainText(term);
      const known = terms.get(name);
      terms.set(
        name,
        known ? { term, description: [...known.description, this.line(), ...description] } : { term, description },
      );
    }
    return terms.size === 0
      ? []
      : [{ kind: "definitions", id: this.id(), entries: [...terms.values()], place: this.place }];
  }

  /** A section under a heading; nothing where nothing stands under it. */
  section(level: 1 | 2, heading: string, blocks: readonly Block[], name: string): readonly Section[] {
    if (blocks.length === 0) return [];
    const { place } = this;
    return [{ kind: "section", id: this.id(name), level, role: "text", heading: [this.text(heading)], blocks, place }];
  }
}

/** A term and what belongs to it. */
export interface Definition {
  readonly term: readonly Inline[];
  readonly description: readonly Inline[];
}
