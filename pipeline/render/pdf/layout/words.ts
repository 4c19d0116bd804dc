import LineBreaker from "linebreak";
import { SCRIPT_FAMILIES } from "../../../type/scripts.ts";
import { widthOf, type Look, type SetRun } from "./line.ts";

/** What may happen to a line after an atom: it goes on, may end, must end, or may end with a hyphen. */
export type After = "never" | "free" | "forced" | "hyphen";

/** A piece of text that no line break cuts. */
export interface Atom {
  readonly text: string;
  readonly look: Look;
  /** With the spaces at its end. */
  readonly width: number;
  /** The spaces at its end. */
  readonly space: number;
  readonly after: After;
}

// U+2060: no line breaks here.
const JOINER = "\u2060";

/** Cuts runs into atoms, where the Unicode line breaking algorithm (UAX #14) lets a line end. */
export function atomsOf(runs: readonly SetRun[]): Atom[] {
  const filled = runs.filter(({ run }) => run.text !== "");
  // The mark of a note is glued to what it stands after.
  const ends = breaksIn(filled.map(({ run }) => (run.glued === true ? JOINER : "") + run.text).join(""));
  let start = 0;
  return filled.flatMap(({ run: { text, glued }, look }) => {
    if (glued === true) start += 1;
    const atoms = cut(text, start, ends).map((piece) => atom(piece, look));
    start += text.length;
    return atoms;
  });
}

function breaksIn(text: string): ReadonlyMap<number, After> {
  const ends = new Map<number, After>();
  const breaker = new LineBreaker(text);
  for (let at = breaker.nextBreak(); at; at = breaker.nextBreak())
    ends.set(at.position, at.required && /[\n\r]$/u.test(text.slice(0, at.position)) ? "forced" : "free");
  return ends;
}

interface Piece {
  readonly text: string;
  readonly after: After;
}

function cut(text: string, start: number, ends: ReadonlyMap<number, After>): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let to = 1; to <= text.length; to += 1) {
    const after = ends.get(start + to);
    if (after === undefined && to < text.length) continue;
    pieces.push({ text: text.slice(from, to).replace(/[\n\r]+$/u, ""), after: after ?? "never" });
    from = to;
  }
  return pieces;
}

// What tells lines where to break or letters how to join, and has no shape of its own; the soft hyphen gets one.
const UNPAINTED = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

// In a script's own letters joiners are told to who takes the text out: they spell words.
const UNJOINED = /[\u00ad\u200b\u2060\ufeff]/gu;
const isScript = ({ font }: Look): boolean => SCRIPT_FAMILIES.some((family) => family === font.family);

function atom({ text: raw, after: next }: Piece, look: Look): Atom {
  const text = raw.replaceAll(isScript(look) ? UNJOINED : UNPAINTED, "");
  const after = next === "free" && raw.endsWith("\u00ad") ? "hyphen" : next;
  const spaces = /[ \t]+$/u.exec(text)?.[0] ?? "";
  return { text, look, width: widthOf(text, look), space: spaces === "" ? 0 : widthOf(spaces, look), after };
}
