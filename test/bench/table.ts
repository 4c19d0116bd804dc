/** A line of the bench: what each needed of one thing. Those that cannot do it are left out. */
export interface Line {
  readonly what: string;
  readonly unit: "ms" | "MB" | "KB";
  readonly ours: number;
  readonly theirs?: number;
  readonly stock?: number;
  /** What ours is held against where it is not Typst. */
  readonly against?: string;
}

/** The lines as a table in Markdown; a ratio below 1 is ours to the better. */
export function tableText(lines: readonly (Line | string)[]): string {
  const head = ["| | Footing | Typst | Footing : Typst | pdfmake | Footing : pdfmake |", "|---|--:|--:|--:|--:|--:|"];
  return [...head, ...lines.map((line) => (typeof line === "string" ? `| ${line} | | | | | |` : row(line)))].join("\n");
}

function row({ what, unit, ours, theirs, stock, against }: Line): string {
  const shown = (value: number | undefined, name = ""): string =>
    value === undefined ? "" : `${name}${digits(value)} ${unit}`;
  const ratio = (other: number | undefined): string => (other === undefined ? "" : (ours / other).toFixed(2));
  const other = shown(theirs, against === undefined ? "" : `${against} `);
  return `| ${what} | ${shown(ours)} | ${other} | ${ratio(theirs)} | ${shown(stock)} | ${ratio(stock)} |`;
}

const digits = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)));
