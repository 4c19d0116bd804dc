import type { Composed } from "../../pipeline/model/brief.ts";
import type { Figure } from "../../pipeline/model/figure.ts";
import type { Specimen } from "./brief-files.ts";
import { offsetOf, type Edit, type Mistake, type MistakeKind } from "./mistake.ts";
import { slipsIn } from "./number-mistakes.ts";
import type { Random } from "./random.ts";

interface Cell {
  readonly figure: Figure;
  readonly start: number;
  readonly text: string;
}

/** All slips of a typist in the numbers of a brief's data, and every unit changed. */
export function cellMistakes({ files }: Specimen, composed: Composed, random: Random): readonly Mistake[] {
  const cells = [...composed.given.values()].flatMap((figure) => cellOf(figure, files));
  const slips = cells.flatMap((cell) =>
    slipsIn(cell.text, random).map(({ kind, text }) => mistake(kind, [cell], [text])),
  );
  return [...slips, ...swaps(cells), ...unitMistakes(files)];
}

function cellOf(figure: Figure, files: Specimen["files"]): readonly Cell[] {
  const { file, line, column, length = 0 } = figure.place;
  const whole = files[file];
  if (figure.given === undefined || whole === undefined) return [];
  const start = offsetOf(whole, line, column);
  const text = whole.slice(start, start + length);
  return text === figure.given.text ? [{ figure, start, text }] : [];
}

function mistake(kind: MistakeKind, cells: readonly Cell[], texts: readonly string[]): Mistake {
  const [first] = cells;
  if (first === undefined) throw new Error("a mistake is made in a cell");
  const edits = cells.map(({ start, text }, i): Edit => ({ start, end: start + text.length, text: texts[i] ?? "" }));
  return {
    kind,
    file: first.figure.place.file,
    edits,
    where: `${first.figure.place.file}:${first.figure.place.line}`,
    from: cells.map(({ text }) => text).join(" "),
    to: texts.join(" "),
    figures: cells.map(({ figure }) => figure.id),
  };
}

/** Each cell changes places with the next of its column, and with the next of its row. */
function swaps(cells: readonly Cell[]): readonly Mistake[] {
  const parts = ({ figure }: Cell): readonly string[] => figure.id.split(".");
  return cells.flatMap((cell, i) => {
    const [dataset, row, column] = parts(cell);
    if (column === undefined) return [];
    const rest = cells.slice(i + 1).filter((other) => parts(other)[0] === dataset && other.text !== cell.text);
    const below = rest.find((other) => parts(other)[2] === column);
    const beside = rest.find((other) => parts(other)[1] === row);
    return [
      ...(below ? [mistake("cells swapped in a column", [cell, below], [below.text, cell.text])] : []),
      ...(beside ? [mistake("cells swapped in a row", [cell, beside], [beside.text, cell.text])] : []),
    ];
  });
}

const UNITS = /\bunit: ("[^"]*"|[^,}\n]+?)(?= *[,}\n])/g;
const OTHERS = ["count", "CNY million", "EUR billion", "rank", "points"];

/** Every unit in the data becomes another. */
function unitMistakes(files: Specimen["files"]): readonly Mistake[] {
  return Object.entries(files).flatMap(([file, text]) =>
    !file.startsWith("data/") || !file.endsWith(".yaml")
      ? []
      : [...text.matchAll(UNITS)].flatMap(({ index, 1: unit = "" }) => {
          const start = index + "unit: ".length;
          const where = `${file}:${text.slice(0, start).split("\n").length}`;
          return OTHERS.filter((other) => other !== unit).map((to): Mistake => {
            const edits = [{ start, end: start + unit.length, text: to }];
            return { kind: "unit changed", file, edits, where, from: unit, to, figures: [] };
          });
        }),
  );
}
