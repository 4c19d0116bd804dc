/** An expression of a spec, as read. */
export interface Expression {
  /** The fields of the row that it looks at. */
  readonly fields: readonly string[];
  /** The texts that it holds fields against, as in `datum.row == 'research'`. */
  readonly compared: readonly Comparison[];
  /** The first part that expressions may not have. */
  readonly refused?: string;
}

/** A field that is held against a text. */
export interface Comparison {
  readonly field: string;
  readonly text: string;
}

const TOKEN =
  /\s+|datum\.(?<plain>[A-Za-z_]\w*)|datum\[(?:'(?<single>\w+)'|"(?<double>\w+)")\]|(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|\d+(?:\.\d+)?|(?<sign>===?|!==?|[<>]=?|&&|\|\||[!?:()+-])|true\b|false\b|null\b/y;

/**
 * Reads an expression of a spec. It may compare fields of the row with texts and numbers, join texts, and choose
 * by `? :`. Calls and sums are refused: a chart shows numbers and makes none.
 */
export function readExpression(text: string): Expression {
  const fields = new Set<string>();
  const kinds: string[] = [];
  const words: string[] = [];
  let at = 0;
  let refused: string | undefined;
  while (at < text.length && refused === undefined) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) {
      refused = /^[A-Za-z_$][\w$.]*\(?|^./su.exec(text.slice(at))?.[0] ?? "";
      break;
    }
    at += match[0].length;
    const { plain, single, double, text: quoted, sign } = match.groups ?? {};
    const field = plain ?? single ?? double;
    if (field !== undefined) fields.add(field);
    if (match[0].trim() === "") continue;
    kinds.push(sign ?? (quoted === undefined ? "operand" : "text"));
    words.push(field ?? quoted ?? "");
  }
  refused ??= refusedSum(kinds) ?? (isWhole(kinds) ? undefined : text.trim().slice(-MOST_SHOWN));
  const compared = kinds.flatMap((kind, index) => comparisonAt(kind, words, kinds, index));
  return { fields: [...fields], compared, ...(refused === undefined ? {} : { refused }) };
}

const EQUALS = new Set(["==", "===", "!=", "!=="]);

/** A field on one side of a sign of equality and a text on its other, in either order. */
function comparisonAt(
  kind: string,
  words: readonly string[],
  kinds: readonly string[],
  at: number,
): readonly Comparison[] {
  if (!EQUALS.has(kind)) return [];
  const sides = [at - 1, at + 1].toSorted((a, b) => Number(kinds[a] === "text") - Number(kinds[b] === "text"));
  const [field, text] = sides as [number, number];
  if (kinds[field] !== "operand" || kinds[text] !== "text" || (words[field] ?? "") === "") return [];
  return [{ field: words[field] ?? "", text: (words[text] ?? "").slice(1, -1).replaceAll(/\\(.)/g, "$1") }];
}

/** A plus that joins no text, or a minus that is not the sign of a number. */
function refusedSum(kinds: readonly string[]): string | undefined {
  const endsOperand = (kind: string | undefined): boolean => kind === "operand" || kind === "text" || kind === ")";
  return kinds.find((kind, index) => {
    if (kind === "+") return kinds[index - 1] !== "text" && kinds[index + 1] !== "text";
    return kind === "-" && endsOperand(kinds[index - 1]);
  });
}

/** As much of the end of an unfinished expression as a problem shows. */
const MOST_SHOWN = 40;

const OPERATORS = new Set(["==", "===", "!=", "!==", "<", "<=", ">", ">=", "&&", "||", "+", "-"]);

/** Whether the parts of an expression make a whole: what is compared on both sides, every bracket closed, "?" with ":". */
function isWhole(kinds: readonly string[]): boolean {
  const choice = (at: number): number => {
    const test = chain(at);
    if (kinds[test] !== "?") return test;
    const then = choice(test + 1);
    return kinds[then] === ":" ? choice(then + 1) : NOWHERE;
  };
  const chain = (at: number): number => {
    const end = single(at);
    return OPERATORS.has(kinds[end] ?? "") ? chain(end + 1) : end;
  };
  const single = (at: number): number => {
    const kind = kinds[at];
    if (kind === "!" || kind === "-" || kind === "+") return single(at + 1);
    if (kind === "operand" || kind === "text") return at + 1;
    const end = kind === "(" ? choice(at + 1) : NOWHERE;
    return kinds[end] === ")" ? end + 1 : NOWHERE;
  };
  return choice(0) === kinds.length;
}

const NOWHERE = Number.NaN;

/** Signs that may stand beside the numbers of an axis: none that a reader could take for digits or words. */
const SIGN = String.raw`'[\u00a0\u202f ]?%'`;
const LABEL = String.raw`(?:datum\.label(?:\s*\+\s*${SIGN})?|${SIGN}\s*\+\s*datum\.label)`;
const TEST = String.raw`datum\.(?:value|index)\s*(?:===?|!==?|[<>]=?)\s*-?\d+(?:\.\d+)?`;
const WITH_SIGN = new RegExp(String.raw`^\s*(?:${TEST}\s*\?\s*${LABEL}\s*:\s*)*${LABEL}\s*$`, "u");

/** Whether an expression prints the label of an axis as it is, with a sign beside it on all labels or on some. */
export const isLabelWithSign = (text: string): boolean => WITH_SIGN.test(text.replaceAll('"', "'"));
