import { numberOf, place } from "./outlines.ts";
import { Strange } from "./svg-nodes.ts";

/** A change of coordinates (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const NONE: Matrix = [1, 0, 0, 1, 0, 0];

/** One change within another. */
export const within = (outer: Matrix, [a, b, c, d, e, f]: Matrix): Matrix => [
  outer[0] * a + outer[2] * b,
  outer[1] * a + outer[3] * b,
  outer[0] * c + outer[2] * d,
  outer[1] * c + outer[3] * d,
  outer[0] * e + outer[2] * f + outer[4],
  outer[1] * e + outer[3] * f + outer[5],
];

export const written = (matrix: Matrix): string => {
  const [a, b, c, d, e, f] = matrix;
  return `${[a, b, c, d].map(fine).join(" ")} ${place(e)} ${place(f)}`;
};

// A turn or a stretch acts on all that is drawn in it.
const fine = (number: number): string => String(Math.round(number * 1e6) / 1e6 || 0).replace(/^.*e-.*$/, "0");

/** What the transform of an SVG element says; none where it has none. */
export function transformOf(text: string | undefined): Matrix {
  if (text === undefined) return NONE;
  if (!/^(?:\s*\w+\([^()]*\)\s*,?)*$/.test(text)) throw new Strange(text);
  return [...text.matchAll(/(\w+)\(([^()]*)\)/g)]
    .map(([, name = "", numbers = ""]) =>
      step(
        name,
        numbers
          .trim()
          .split(/[\s,]+/)
          .map(numberOf),
      ),
    )
    .reduce(within, NONE);
}

function step(name: string, numbers: readonly number[]): Matrix {
  const [x = 0, y] = numbers;
  switch (`${name} ${numbers.length}`) {
    case "translate 1":
    case "translate 2":
      return [1, 0, 0, 1, x, y ?? 0];
    case "scale 1":
    case "scale 2":
      return [x, 0, 0, y ?? x, 0, 0];
    case "rotate 1": {
      const angle = (x * Math.PI) / 180;
      return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
    }
    default:
      throw new Strange(name);
  }
}
