import { error, type Problem } from "../model/problem.ts";
import type { Place } from "../model/place.ts";
import type { Expected, Passage } from "./passages.ts";
import { bare, type Reading, type Span } from "./reading.ts";

/** What came of reading a finished file beside the brief. */
export interface Followed {
  readonly problems: readonly Problem[];
  /** How many pieces of text were found again. */
  readonly found: number;
}

/** A finished file, named for a message, and the words that are its own: "Table 1.", "Source:". */
export interface Finished {
  readonly name: string;
  readonly furniture: readonly string[];
}

/** One wrong digit is one problem; a page that says something else altogether needs no hundred. */
const MOST = 5;
/** Characters that are enough to find the way back into a text by. */
const ENOUGH = 16;
const NEARBY = [0, 1, -1, 2, -2, 3, -3];
/** Signs that a drawing sets between pieces of text: a bullet, the arrow back from a note, a link to a heading, a step of a sum. */
const SIGNS = /^[·•§↑=]/u;

/**
 * Reads a finished text from its beginning to its end: every passage stands where it should, whole, bound to the
 * figures that the brief binds it to, and nothing stands between two passages but the words of the drawing's own.
 */
export function follow(expected: readonly Expected[], reading: Reading, finished: Finished): Followed {
  const walk = new Walk(reading, finished);
  for (const [i, step] of expected.entries()) {
    if (walk.problems.length >= MOST) break;
    if (step.kind === "passage") walk.passage(step.passage, expected.slice(i + 1));
    else walk.anyOrder(step.passages, expected.slice(i + 1));
  }
  const last = expected.at(-1);
  const place = last?.kind === "passage" ? last.passage.place : last?.passages[0]?.place;
  if (walk.problems.length < MOST && place !== undefined) walk.end(place);
  return { problems: walk.problems, found: walk.found };
}

class Walk {
  readonly problems: Problem[] = [];
  found = 0;
  #at = 0;
  readonly #reading: Reading;
  readonly #finished: Finished;
  readonly #furniture: readonly string[];
  readonly #spans: ReadonlyMap<number, Span> | undefined;

  constructor(reading: Reading, finished: Finished) {
    this.#reading = reading;
    this.#finished = finished;
    const words = finished.furniture.map(bare).filter((text) => text !== "");
    this.#furniture = [...new Set(words)].toSorted((a, b) => b.length - a.length);
    this.#spans = reading.spans && new Map(reading.spans.map((span) => [span.start, span]));
  }

  passage(passage: Passage, rest: readonly Expected[]): void {
    const text = textOf(passage);
    if (text === "") return;
    while (!this.#reading.text.startsWith(text, this.#at) || this.#isInFurniture(text)) {
      const length = this.#furnitureHere();
      if (length === 0) return this.#astray(passage, text, rest);
      this.#at += length;
    }
    this.#accept(passage);
  }

  /** Whether a short text is only the beginning of a word of furniture, and itself stands behind that: "C" in "Close C". */
  #isInFurniture(text: string): boolean {
    const length = this.#furnitureHere();
    return length > text.length && this.#reading.text.startsWith(text, this.#at + length);
  }

  anyOrder(passages: readonly Passage[], rest: readonly Expected[]): void {
    const left = passages.filter((passage) => textOf(passage) !== "");
    left.sort((a, b) => textOf(b).length - textOf(a).length);
    while (left.length > 0) {
      const hit = left.findIndex((passage) => this.#reading.text.startsWith(textOf(passage), this.#at));
      const [passage] = left.splice(Math.max(hit, 0), 1);
      if (passage !== undefined) this.passage(passage, rest);
    }
  }

  /** Nothing is left but the words of the drawing's own. */
  end(place: Place): void {
    while (this.#at < this.#reading.text.length) {
      const length = this.#furnitureHere();
      if (length === 0) {
        this.problems.push(this.#extra(this.#reading.text.slice(this.#at), place));
        return;
      }
      this.#at += length;
    }
  }

  #furnitureHere(): number {
    const { text } = this.#reading;
    const known = this.#furniture.find((words) => text.startsWith(words, this.#at));
    return known?.length ?? (SIGNS.test(text.slice(this.#at, this.#at + 1)) ? 1 : 0);
  }

  #accept({ atoms }: Passage): void {
    for (const { text, place, bound } of atoms) {
      const start = this.#at;
      this.#at += bare(text).length;
      this.found += 1;
      if (this.#spans === undefined) continue;
      const span = this.#spans.get(start);
      const inside = this.#reading.spans?.find((each) => each.start > start && each.start < this.#at);
      const same =
        bound === undefined
          ? span === undefined && inside === undefined
          : span?.end === this.#at && span.figure === bound.figure && span.value === bound.value;
      if (!same && bare(text) !== "") this.problems.push(this.#wronglyBound(text, place, bound, span ?? inside));
    }
  }

  /** The passage is not here: tells what is, and goes on where the brief and the file agree again. */
  #astray(passage: Passage, text: string, rest: readonly Expected[]): void {
    const here = this.#reading.text.slice(this.#at);
    const agree = shared(text, here);
    const { place, atoms } = passage;
    this.problems.push(this.#differs(passage, text, here, agree, atomAt(atoms, agree)?.place ?? place));
    const next = rest.flatMap((step) => (step.kind === "passage" ? [step.passage] : step.passages));
    const following = next.map(textOf).find((words) => words !== "");
    // A number or word put for another: the text goes on a few characters to either side.
    const near = NEARBY.map((by) => this.#at + text.length + by);
    const from = near.find((at) => following !== undefined && this.#reading.text.startsWith(following, at));
    const landmark = from === undefined ? [passage, ...next].find((each) => this.#indexOf(each) >= 0) : undefined;
    if (from !== undefined) this.#at = from;
    else if (landmark === undefined) this.#at += text.length;
    else this.#at = this.#indexOf(landmark) + (landmark === passage ? text.length : 0);
  }

  /** Where a passage that is long enough to find the way by stands ahead; -1 where there is none. */
  #indexOf(passage: Passage): number {
    const words = textOf(passage);
    return words.length >= ENOUGH ? this.#reading.text.indexOf(words, this.#at) : -1;
  }

  #differs(passage: Passage, text: string, here: string, agree: number, place: Place): Problem {
    const wanted = excerpt(text, agree);
    const found = excerpt(here, agree);
    const bound = atomAt(passage.atoms, agree)?.bound;
    const of = bound === undefined ? "" : ` for ${bound.figure}`;
    const message = `${this.#finished.name} says "${found}" where the brief says "${wanted}"${of}`;
    return error("proof/text", place, message, { hint: HINT, about: bound ? [bound.figure] : [] });
  }

  #extra(here: string, place: Place): Problem {
    const text = excerpt(here, 0);
    const code = /\p{N}/u.test(text) ? "proof/number" : "proof/text";
    return error(code, place, `${this.#finished.name} says "${text}" after this, and the brief does not`, {
      hint: HINT,
    });
  }

  #wronglyBound(
    text: string,
    place: Place,
    bound: { figure: string; value: string } | undefined,
    span?: Span,
  ): Problem {
    const { name } = this.#finished;
    const said = span === undefined ? "binds it to nothing" : `binds it to ${span.figure} with the value ${span.value}`;
    const meant = bound === undefined ? "to nothing" : `to ${bound.figure} with the value ${bound.value}`;
    const message = `${name} prints "${text}" and ${said}, where the brief binds it ${meant}`;
    return error("proof/number", place, message, { hint: HINT, about: bound ? [bound.figure] : [] });
  }
}

/** What an author can do about a finished file that does not say what the brief says. */
export const HINT =
  "if the house changed its page shell, mend that; else report it: the drawing is wrong, not your data";

const textOf = ({ atoms }: Passage): string => atoms.map(({ text }) => bare(text)).join("");

function atomAt(atoms: Passage["atoms"], at: number): Passage["atoms"][number] | undefined {
  let end = 0;
  return atoms.find(({ text }) => (end += bare(text).length) > at);
}

/** How many characters two texts have in common from their beginning. */
function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** A few characters about a place. */
const excerpt = (text: string, at: number): string =>
  `${at > 12 ? "…" : ""}${text.slice(Math.max(0, at - 12), at + 20)}${text.length > at + 20 ? "…" : ""}`;
