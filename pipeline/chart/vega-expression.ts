/** An expression of a spec, as read. */
export interface Expression {
  /** The fields of the row that it looks at. */
  readonly fields: readonly string[];
  /** The first part that expressions may not have. */
  readonly refused?: string;
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
    if (match[0].trim() !== "") kinds.push(sign ?? (quoted === undefined ? "operand" : "text"));
  }
  refused ??= refusedSum(kinds);
  return { fields: [...fields], ...(refused === undefined ? {} : { refused }) };
}

/** A plus that joins no text, or a minus that is not the sign of a number. */
function refusedSum(kinds: readonly string[]): string | undefined {
  const endsOperand = (kind: string | undefined): boolean => kind === "operand" || kind === "text" || kind === ")";
  return kinds.find((kind, index) => {
    if (kind === "+") return kinds[index - 1] !== "text" && kinds[index + 1] !== "text";
    return kind === "-" && endsOperand(kinds[index - 1]);
  });
}
