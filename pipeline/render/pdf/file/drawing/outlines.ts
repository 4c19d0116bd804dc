import { Strange, type SvgNode } from "./svg-nodes.ts";

/** A length or place in a content stream: a thousandth of a point is less than any screen can show. */
export const place = (number: number): string => String(Math.round(number * 1000) / 1000 || 0);

// What is farther away is on no paper, and a PDF writes numbers without exponents.
const FAR = 1e6;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** A number of an SVG, without a unit. */
export function numberOf(text: string): number {
  const number = Number(text);
  if (!NUMBER.test(text) || Math.abs(number) > FAR) throw new Strange(text);
  return number;
}

/** An attribute that is a number. */
export function lengthOf({ attributes }: SvgNode, name: string, otherwise = 0): number {
  const text = attributes.get(name);
  return text === undefined ? otherwise : numberOf(text);
}

/** The operators that lay out the shape of an element (ISO 32000-1, 8.5.2), without painting it; "" for none. */
export function outlineOf(node: SvgNode): string {
  const length = (name: string): number => lengthOf(node, name);
  switch (node.tag) {
    case "rect": {
      const [width, height] = [length("width"), length("height")];
      if (width < 0 || height < 0) throw new Strange("a rectangle of less than nothing");
      if (width === 0 || height === 0) return "";
      return `${place(length("x"))} ${place(length("y"))} ${place(width)} ${place(height)} re`;
    }
    case "line":
      return `${place(length("x1"))} ${place(length("y1"))} m\n${place(length("x2"))} ${place(length("y2"))} l`;
    case "circle": {
      const [x, y, r] = [length("cx"), length("cy"), length("r")];
      if (r < 0) throw new Strange("a circle of less than nothing");
      return r === 0 ? "" : pathOutline(`M${x - r},${y}A${r},${r},0,1,1,${x + r},${y}A${r},${r},0,1,1,${x - r},${y}Z`);
    }
    case "path":
      return pathOutline(node.attributes.get("d") ?? "");
    case "svg":
    case "g":
    case "text":
    case "defs":
    case "clipPath":
      throw new Strange(node.tag);
  }
}

type Point = readonly [x: number, y: number];

/** How many numbers each command takes. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const TOKEN = /([a-z])|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[\s,]+/giy;

function pathOutline(d: string): string {
  const track = new Track();
  let command = "";
  let numbers: number[] = [];
  const act = (): void => {
    track.go(command, numbers);
    numbers = [];
    // More numbers after a move are lines.
    if (command === "M") command = "L";
    if (command === "m") command = "l";
  };
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < d.length) {
    const [token, letter] = TOKEN.exec(d) ?? [];
    if (token === undefined) throw new Strange(d);
    if (letter !== undefined) {
      if (numbers.length > 0 || TAKES[letter.toUpperCase()] === undefined) throw new Strange(d);
      command = letter;
      if (letter === "Z" || letter === "z") act();
    } else if (/\d/.test(token)) {
      numbers.push(numberOf(token));
      const wanted = TAKES[command.toUpperCase()] ?? 0;
      if (wanted === 0) throw new Strange(d);
      if (numbers.length === wanted) act();
    }
  }
  if (numbers.length > 0) throw new Strange(d);
  return track.operators.join("\n");
}

/** A path as it is walked, command by command. */
class Track {
  readonly operators: string[] = [];
  #at: Point = [0, 0];
  #start: Point = [0, 0];
  /** The last control point, where the last command was a curve of this kind. */
  #control: { readonly kind: "cubic" | "quadratic"; readonly point: Point } | undefined;

  go(command: string, numbers: readonly number[]): void {
    const kind = command.toUpperCase();
    const [dx, dy] = kind === command ? [0, 0] : this.#at;
    const point = (i: number): Point => [(numbers[i] ?? 0) + dx, (numbers[i + 1] ?? 0) + dy];
    if (this.operators.length === 0 && kind !== "M") throw new Strange(command);
    switch (kind) {
      case "M":
        this.#start = point(0);
        return this.#to("m", this.#start);
      case "L":
        return this.#to("l", point(0));
      case "H":
        return this.#to("l", [(numbers[0] ?? 0) + dx, this.#at[1]]);
      case "V":
        return this.#to("l", [this.#at[0], (numbers[0] ?? 0) + dy]);
      case "C":
        return this.#curve(point(0), point(2), point(4));
      case "S":
        return this.#curve(this.#mirrored("cubic"), point(0), point(2));
      case "Q":
        return this.#quadratic(point(0), point(2));
      case "T":
        return this.#quadratic(this.#mirrored("quadratic"), point(0));
      case "A":
        for (const [a, b, end] of arcCurves(this.#at, numbers, point(5))) this.#curve(a, b, end);
        // Without radii it is a line; a curve after an arc mirrors nothing.
        return this.#to(this.#at[0] === point(5)[0] && this.#at[1] === point(5)[1] ? undefined : "l", point(5));
      case "Z":
        this.operators.push("h");
        return this.#to(undefined, this.#start);
      default:
        throw new Strange(command);
    }
  }

  #to(operator: string | undefined, end: Point): void {
    if (operator !== undefined) this.operators.push(`${place(end[0])} ${place(end[1])} ${operator}`);
    this.#at = end;
    this.#control = undefined;
  }

  #curve(a: Point, b: Point, end: Point): void {
    this.operators.push(`${[...a, ...b, ...end].map(place).join(" ")} c`);
    this.#at = end;
    this.#control = { kind: "cubic", point: b };
  }

  #quadratic(control: Point, end: Point): void {
    const toward = ([x, y]: Point): Point => [x + (2 / 3) * (control[0] - x), y + (2 / 3) * (control[1] - y)];
    this.#curve(toward(this.#at), toward(end), end);
    this.#control = { kind: "quadratic", point: control };
  }

  /** The last control point, seen from the other side of where the path stands. */
  #mirrored(kind: "cubic" | "quadratic"): Point {
    const [x, y] = this.#at;
    if (this.#control?.kind !== kind) return [x, y];
    const [cx, cy] = this.#control.point;
    return [2 * x - cx, 2 * y - cy];
  }
}

/** An arc of an ellipse as curves of at most a sixth of a turn each (SVG 1.1, F.6); none where it has no radii. */
function arcCurves(from: Point, numbers: readonly number[], to: Point): (readonly [Point, Point, Point])[] {
  const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0] = numbers;
  // Flags may be written without a space after them, which would be read wrongly.
  if (![0, 1].includes(large) || ![0, 1].includes(sweep)) throw new Strange("an arc's flags");
  if (rx === 0 || ry === 0 || (from[0] === to[0] && from[1] === to[1])) return [];
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [hx, hy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * hx + sin * hy, cos * hy - sin * hx];
  // Radii that do not reach are made longer.
  const grown = Math.max(1, Math.sqrt((x / rx) ** 2 + (y / ry) ** 2));
  const [a, b] = [Math.abs(rx) * grown, Math.abs(ry) * grown];
  const off = (a * y) ** 2 + (b * x) ** 2;
  const side = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, ((a * b) ** 2 - off) / off));
  const [mx, my] = [(side * a * y) / b, (-side * b * x) / a];
  const begin = Math.atan2((y - my) / b, (x - mx) / a);
  let round = Math.atan2((-y - my) / b, (-x - mx) / a) - begin;
  if (sweep === 1 && round < 0) round += 2 * Math.PI;
  if (sweep === 0 && round > 0) round -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(round) / (Math.PI / 3) - 1e-9));
  const reach = (4 / 3) * Math.tan(round / count / 4);
  const onPage = (u: number, v: number): Point => {
    const [px, py] = [a * u, b * v];
    return [
      cos * px - sin * py + cos * mx - sin * my + (from[0] + to[0]) / 2,
      sin * px + cos * py + sin * mx + cos * my + (from[1] + to[1]) / 2,
    ];
  };
  return Array.from({ length: count }, (_, i) => {
    const [s, t] = [begin + (round * i) / count, begin + (round * (i + 1)) / count];
    const first = onPage(Math.cos(s) - reach * Math.sin(s), Math.sin(s) + reach * Math.cos(s));
    const second = onPage(Math.cos(t) + reach * Math.sin(t), Math.sin(t) - reach * Math.cos(t));
    return [first, second, i === count - 1 ? to : onPage(Math.cos(t), Math.sin(t))] as const;
  });
}
