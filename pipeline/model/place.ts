/**
 * Where the author wrote a thing. `file` is logical, the same on every machine: it begins with `data/` or
 * `templates/`, whatever folders the command line named. Lines and columns count from 1, columns in UTF-16
 * units as editors count them.
 */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters the caret underlines; 1 where unknown. */
  readonly length?: number;
}

/** A place as the ledger and messages print it: `data/x/anso.yaml:22:37`. */
export function placeText(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/** Orders places by file (code units), line and column. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
