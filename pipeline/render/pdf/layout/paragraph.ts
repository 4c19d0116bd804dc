import type { Direction } from "../../../model/direction.ts";
import { visualOrder } from "./bidi.ts";
import { lineEnds } from "./breaking.ts";
import type { Hyphenate } from "./hyphens.ts";
import { isTurned, shownIn, widthOf, type Line, type LineRun, type Look, type SetRun } from "./line.ts";
import { atomsOf, type Atom } from "./words.ts";

/** How a paragraph is set. */
export interface Setting {
  readonly width: number;
  readonly alignment: "left" | "right" | "center" | "justify";
  readonly direction: Direction;
  readonly hyphenate: Hyphenate | undefined;
  /** Whether it is running text; elsewhere only a word is divided that is longer than its line. */
  readonly running: boolean;
}

const SOFT_HYPHEN = "\u00ad";

/** Sets runs of text as lines of at most a width. Every character of the runs stands in one of them, but line ends. */
export function paragraphLines(runs: readonly SetRun[], setting: Setting): Line[] {
  const { width, hyphenate, running, alignment } = setting;
  const whole = atomsOf(runs);
  const [first] = whole;
  if (first === undefined) return [];
  const tooLong = ({ width: all, space }: Atom): boolean => all - space > width;
  const divided = whole.flatMap((atom) =>
    hyphenate !== undefined && (running || tooLong(atom)) ? divide(atom, hyphenate) : [atom],
  );
  const atoms = divided.flatMap((atom) => (tooLong(atom) ? chop(atom, width) : [atom]));
  const justified = alignment === "justify";
  const ends = lineEnds(atoms, { width, hyphen: widthOf("-", first.look), justified });
  return ends.map((end, i) => {
    const own = atoms.slice(ends[i - 1] ?? 0, end);
    const last = i === ends.length - 1;
    return lineOf(own, setting, last);
  });
}

/** An atom that is a word, with the places where it may be divided. */
function divide(atom: Atom, hyphenate: Hyphenate): Atom[] {
  const { text, look, after } = atom;
  // The patterns are of the brief's own language.
  if (look.part?.attributes.language !== undefined) return [atom];
  const word = /^(?<before>[^\p{L}\p{N}\u00a0]*)(?<letters>\p{L}+)(?<behind>[^\p{L}]*)$/u.exec(text)?.groups;
  if (word === undefined || word["letters"] === undefined) return [atom];
  const parts = `${word["before"] ?? ""}${hyphenate(word["letters"])}${word["behind"] ?? ""}`.split(SOFT_HYPHEN);
  if (parts.length === 1) return [atom];
  return parts.map((part, i): Atom => {
    const last = i === parts.length - 1;
    return {
      text: part,
      look,
      width: widthOf(part, look),
      space: last ? atom.space : 0,
      after: last ? after : "hyphen",
    };
  });
}

// Where a word that is longer than a line is parted first: at spaces that else hold.
const FIRST = /(?<=[\u00a0\u202f])/u;

/** A word that is longer than a line, in pieces that are not. */
function chop(atom: Atom, width: number): Atom[] {
  const { look } = atom;
  const fits = (text: string): boolean => widthOf(`${text.trimEnd()}-`, look) <= width;
  const isWord = look.link === undefined && !isTurned(look) && /^[^\p{L}]*\p{L}+[^\p{L}]*$/u.test(atom.text);
  const pieces: string[] = [];
  for (const part of atom.text.split(FIRST).flatMap((each) => (fits(each) ? [each] : [...each]))) {
    const last = pieces.at(-1);
    if (last !== undefined && fits(last + part)) pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces.map((text, i): Atom => {
    const last = i === pieces.length - 1;
    // An address has no hyphens but its own.
    const inWord = isWord && /\p{L}$/u.test(text) && /^\p{L}/u.test(pieces[i + 1] ?? "");
    const after = last ? atom.after : inWord ? "hyphen" : "free";
    return { text, look, width: widthOf(text, look), space: last ? atom.space : 0, after };
  });
}

function lineOf(atoms: readonly Atom[], { width, alignment, direction }: Setting, last: boolean): Line {
  const end = atoms.at(-1);
  const hyphen = !last && end?.after === "hyphen";
  const joined = joinedRuns(atoms, hyphen);
  const spaced = (end?.space ?? 0) > 0 || end?.after === "forced";
  const natural = joined.reduce((sum, run) => sum + run.width, 0);
  const stretched = alignment === "justify" && !last && end?.after !== "forced";
  const spaces = joined.reduce((count, { text }) => count + spacesIn(text), 0);
  // A line that is wider than the measure is narrowed, whatever the alignment.
  const hung = stretched ? hanging(joined.at(-1), direction) : 0;
  const measure = width + hung;
  const wanted = spaces > 0 && (stretched || natural > measure) ? (measure - natural) / spaces : 0;
  const gap = wanted > WIDEST * (end?.look.size ?? 0) ? 0 : wanted;
  const full = natural + gap * spaces;
  const left = startOf(alignment, direction, width - full);
  const runs = inPlaces(joined, left, (run, i, x): LineRun => {
    const tail = spaced && !last && i === joined.length - 1 ? " " : "";
    const own = run.width + gap * spacesIn(run.text);
    return { ...run, x, gap, tail, width: own, shown: shownIn(run.text + tail, run.look, gap) };
  });
  const height = Math.max(0, ...atoms.map(({ look }) => look.height));
  const ascent = Math.max(0, ...atoms.map(({ look }) => look.font.ascent * look.size));
  const descent = Math.max(0, ...atoms.map(({ look }) => look.font.descent * look.size));
  return { runs, width: full, height, base: ascent + (height - ascent - descent) / 2 };
}

/** Where a line begins on the left, by what it is short of its measure. */
function startOf(alignment: Setting["alignment"], direction: Direction, slack: number): number {
  if (alignment === "center") return slack / 2;
  const right = alignment === "right" || (alignment === "justify" && direction === "rtl");
  return right ? slack : 0;
}

/** Places runs from left to right in the order in which they are seen, and gives them in that in which they are read. */
function inPlaces(joined: readonly Joined[], left: number, place: (run: Joined, i: number, x: number) => LineRun) {
  const runs: LineRun[] = [];
  let x = left;
  const order = joined.flatMap(({ look: { level, apart } }, i) =>
    apart === undefined
      ? [{ level, i }]
      : [
          { level: apart, i: -1 },
          { level, i },
        ],
  );
  for (const at of visualOrder(order.map(({ level }) => level))) {
    const i = order[at]?.i ?? -1;
    const run = joined[i];
    if (run === undefined) continue;
    const placed = place(run, i, x);
    runs[i] = placed;
    x += placed.width;
  }
  return runs;
}

// A line whose spaces would grow by more than this, as a part of the size, ends where its words do.
const WIDEST = 0.7;

// How far marks hang into the margin, so that it looks straight: Bringhurst, 2.1.8; the parts are Typst's.
const HANGING: Readonly<Record<string, number>> = {
  "-": 0.55,
  "‐": 0.55,
  "–": 0.3,
  "—": 0.3,
  ".": 0.8,
  ",": 0.8,
  ":": 0.3,
  ";": 0.3,
};

function hanging(run: Joined | undefined, direction: Direction): number {
  // The last that is read does not end its line where it runs against it.
  if (run === undefined || isTurned(run.look) !== (direction === "rtl")) return 0;
  const mark = run.hyphen ? "-" : (run.text.at(-1) ?? "");
  return (HANGING[mark] ?? 0) * widthOf(mark, run.look);
}

const spacesIn = (text: string): number => text.split(/[ \u00a0]/u).length - 1;

/** Text of one look in a line. */
interface Joined {
  readonly text: string;
  readonly look: Look;
  readonly width: number;
  readonly hyphen: boolean;
}

/** Atoms in one look together; without the spaces at the end of the line. */
function joinedRuns(atoms: readonly Atom[], hyphen: boolean): Joined[] {
  const texts: { text: string; look: Look }[] = [];
  for (const { text, look } of atoms) {
    const last = texts.at(-1);
    if (last?.look === look) last.text += text;
    else texts.push({ text, look });
  }
  for (let last = texts.at(-1); last !== undefined; last = texts.at(-1)) {
    last.text = last.text.replace(/[ \t]+$/u, "");
    if (last.text !== "" || texts.length === 1) break;
    texts.pop();
  }
  return texts.map(({ text, look }, i) => {
    const ends = hyphen && i === texts.length - 1;
    return { text, look, hyphen: ends, width: widthOf(text, look) + (ends ? widthOf("-", look) : 0) };
  });
}
