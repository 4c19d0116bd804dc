import { FLAG_LETTERS, FLAGS, type Absence, type Flag } from "../model/figure.ts";
import { parseDecimal } from "../model/rational.ts";
import { notNumber, type Complaint } from "./leaf.ts";
import type { Scalar } from "./tree.ts";

/** What a cell of numbers holds: a number with what its office says of it, or nothing, and why. */
export type CellContent =
  | { readonly kind: "number"; readonly text: string; readonly flags: readonly Flag[] }
  | { readonly kind: "gap"; readonly absence: Absence; readonly symbol: string };

/** The symbols of statistics offices for cells without a number (SDMX, Eurostat, and the shorthand of the UK's GSS). */
const ABSENCE: Readonly<Record<string, Absence>> = {
  ":": "missing",
  "..": "missing",
  "…": "missing",
  "[x]": "missing",
  missing: "missing",
  c: "confidential",
  ":c": "confidential",
  "[c]": "confidential",
  confidential: "confidential",
  z: "not-applicable",
  ":z": "not-applicable",
  "[z]": "not-applicable",
  "n/a": "not-applicable",
  "not applicable": "not-applicable",
};

/** Marks that some take for zero, some for a missing number, and some for one that does not apply. */
const DASH = /^(?:-|–|—|−|--|---)$/;
/** Words for a missing number that a reader of the data could take for two things. */
const VAGUE = /^(?:n\.?\s?a\.?|na|nan|nil|none|null|~|x|\?|#n\/a)$/i;

/** Reads a cell: `23`, `23 p`, `12.5 rb`, `23 [p]`, `..`, `c`, `not applicable`; or says what is wrong with it. */
export function readCell(scalar: Scalar): CellContent | Complaint {
  const text = scalar.text.trim();
  const absence = Object.hasOwn(ABSENCE, text) ? ABSENCE[text] : undefined;
  if (absence !== undefined) return { kind: "gap", absence, symbol: text };
  const [, number = "", marks = ""] = /^(\S+)\s+(.+)$/.exec(text) ?? [];
  const flags = marks === "" ? undefined : flagsOf(marks);
  if (flags !== undefined && parseDecimal(number) !== undefined) return { kind: "number", text: number, flags };
  const complaint = ambiguous(text) ?? flagged(text) ?? notNumber(scalar);
  return complaint ?? { kind: "number", text: scalar.text, flags: [] };
}

/** Whether a cell was read; else what is wrong with it. */
export const isContent = (read: CellContent | Complaint): read is CellContent => "kind" in read;

/** The flags that marks stand for: `p`, `rb`, `r b`, `[p]`; undefined where one of them is none. */
function flagsOf(marks: string): readonly Flag[] | undefined {
  const letters = marks.replaceAll(/[\s[\]]/g, "");
  const found = FLAGS.filter((flag) => letters.includes(FLAG_LETTERS[flag]));
  const known = found.length > 0 && [...letters].every((letter) => found.some((flag) => FLAG_LETTERS[flag] === letter));
  return known && new Set(letters).size === letters.length ? found : undefined;
}

function ambiguous(text: string): Complaint | undefined {
  if (text === "") {
    return notThere("should be a plain number; it is empty");
  }
  if (DASH.test(text)) {
    return notThere(`should be a plain number; "${text}" can mean zero, missing or not applicable`, "0 for none, ");
  }
  return VAGUE.test(text) ? notThere(`should be a plain number; "${text}" can mean several things`) : undefined;
}

const notThere = (says: string, more = ""): Complaint => ({
  code: "shape/not-a-number",
  says,
  hint: `write a number; or ${more}.. for missing, c for confidential, z for not applicable`,
});

/** A number with a mark that is no flag, or that stands too close: `23p`, `(p) 23`, `23*`. */
function flagged(text: string): Complaint | undefined {
  const match = /^(?:\(?\[?([a-z]{1,4}|\*)\)?\]?\s+)?([-+]?[\d.]+)\s*(?:[([]?([a-zA-Z]{1,4}|\*+|†)[)\]]?)?$/.exec(text);
  const [, before, number = "", after] = match ?? [];
  const mark = before ?? after;
  if (mark === undefined || parseDecimal(number) === undefined) return undefined;
  const flags = flagsOf(mark.toLowerCase());
  const letters = flags?.map((flag) => FLAG_LETTERS[flag]).join("");
  return {
    code: "shape/not-a-number",
    says: `should be a plain number, or one with flags behind a blank; it is "${text}"`,
    hint:
      letters === undefined
        ? `write ${number}; the flags are p provisional, e estimated, r revised, b break in series`
        : `write ${number} ${letters}`,
  };
}
