const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" };

/** A text as a file has it between brackets (ISO 32000-1, 7.3.4.2), each of whose letters is a byte: ASCII, or UTF-16. */
export function literal(text: string): string {
  const isAscii = /^[\0-\x7f]*$/.test(text);
  const bytes = isAscii ? text : Array.from(`\ufeff${text}`, inBytes).join("");
  return `(${bytes.replaceAll(/[\n\r\t\b\f()\\]/g, (letter) => ESCAPES[letter] ?? `\\${letter}`)})`;
}

/** A character in UTF-16, the high byte first. */
function inBytes(character: string): string {
  let bytes = "";
  for (let i = 0; i < character.length; i += 1) {
    const unit = character.charCodeAt(i);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return bytes;
}

/** A length as a file has it, in points. */
export const rounded = (points: number): number => Math.round(points * 1e6) / 1e6;
