/** An operator of a content stream, with what stands before it (ISO 32000-1, 7.8.2). */
export interface Operator {
  readonly name: string;
  readonly operands: readonly string[];
}

// Strings, hexadecimal strings and dictionaries, names, marks of arrays, and words.
const TOKEN = /<<|>>|\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()]+|\[|\]|[^\s/<>[\]()]+/gu;
const OPERAND = /^[<[(/\])]|^>>|^[-+.\d]/u;

/** The operators of a content stream, in order. */
export function operatorsOf(stream: string): Operator[] {
  const found: Operator[] = [];
  let operands: string[] = [];
  for (const [token] of stream.matchAll(TOKEN)) {
    if (OPERAND.test(token)) operands.push(token);
    else {
      found.push({ name: token, operands });
      operands = [];
    }
  }
  return found;
}
