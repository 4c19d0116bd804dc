import type { Theme } from "../model/theme.ts";
import type { Finding } from "./audit.ts";
import { colourName, onPaper, literal, type Painter } from "./colours.ts";
import { colourOf, contrast, over, type Colour } from "./contrast.ts";
import { coverings, type Covering } from "./covering.ts";
import type { Paint, Scene, SceneMark, SceneText } from "./scene.ts";
import type { Path } from "./spec-places.ts";

/** The least contrast of marks with what lies under them, and of texts (WCAG 2.2, 1.4.11 and 1.4.3). */
const LEAST_OF_MARKS = 3;
const LEAST_OF_TEXTS = 4.5;

/** Marks and texts that cannot be told from what lies under them, on light, on dark or on paper, or that lie under others. */
export function illegible(
  scene: Scene,
  theme: Theme,
  pathOf: (mark: string) => Path,
  lengths: ReadonlySet<string>,
): readonly Finding[] {
  const shapes = coverings(scene.marks);
  const { light, dark } = theme.colour;
  const grounds: readonly Ground[] = [
    groundOf("light", literal(light)),
    groundOf("dark", literal(dark)),
    groundOf("paper", onPaper(light)),
  ];
  return [
    ...scene.texts.flatMap((text) => hiddenText(text, shapes, pathOf)),
    ...scene.marks.flatMap((mark) => hiddenMark(mark, shapes, pathOf)),
    ...grounds.flatMap((ground) => [
      ...scene.texts.flatMap((text) => faintText(text, shapes, ground, pathOf)),
      ...scene.marks.flatMap((mark) => faintMark(mark, { texts: scene.texts, lengths }, shapes, ground, pathOf)),
    ]),
  ];
}

/** What a drawing is seen on. */
interface Ground {
  readonly name: string;
  readonly colour: Colour;
  /** The colours that were asked for; hundreds of marks share a few. */
  readonly colours: Map<string, Colour | undefined>;
  readonly painter: Painter;
}

const groundOf = (name: string, painter: Painter): Ground => ({
  name,
  colour: colourOf(painter("background")),
  colours: new Map(),
  painter,
});

function faintText(
  text: SceneText,
  shapes: readonly Covering[],
  ground: Ground,
  pathOf: (mark: string) => Path,
): readonly Finding[] {
  const ink = painted(text.paint.fill, ground);
  if (ink === undefined) return [];
  const [middle, quarter] = [(text.y1 + text.y2) / 2, (text.x2 - text.x1) / 4];
  const least = Math.min(
    ...[1, 2, 3].map((step) => {
      const below = under({ x: text.x1 + step * quarter, y: middle }, text.order, shapes, ground);
      return contrast(over(ink, below, text.paint.fillOpacity), below);
    }),
  );
  if (least >= LEAST_OF_TEXTS) return [];
  return [
    {
      message: `"${text.text}" is hard to read on what lies under it, on ${ground.name}`,
      arithmetic: `contrast ${ratio(least)}, at least ${LEAST_OF_TEXTS}`,
      hint: 'set texts in "theme:ink" or "theme:muted"; on dark marks in "theme:background"',
      path: pathOf(text.mark),
    },
  ];
}

function faintMark(
  mark: SceneMark,
  { texts, lengths }: { readonly texts: readonly SceneText[]; readonly lengths: ReadonlySet<string> },
  shapes: readonly Covering[],
  ground: Ground,
  pathOf: (mark: string) => Path,
): readonly Finding[] {
  // A cell that prints its number need not stand out from the ground, nor a thing without length.
  if (mark.x2 - mark.x1 < 0.5 && mark.y2 - mark.y1 < 0.5) return [];
  if (
    mark.type === "rect" &&
    !lengths.has(mark.mark) &&
    texts.some((text) => text.row === mark.row && isWithin(text, mark))
  )
    return [];
  const least = Math.min(
    ...pointsOf(mark).map((point) => {
      const below = under(point, mark.order, shapes, ground);
      return Math.max(seen(mark.paint, "fill", below, ground), seen(mark.paint, "stroke", below, ground));
    }),
  );
  if (least >= LEAST_OF_MARKS) return [];
  return [
    {
      message: `The ${nounOf(mark.type)}${mark.row === undefined ? "" : ` of ${mark.row}`} can hardly be told from what lies under it, on ${ground.name}`,
      arithmetic: `contrast ${ratio(least)}, at least ${LEAST_OF_MARKS}`,
      hint: 'give it another colour of the theme ("theme:ink" is seen on every mark) or more opacity, or print its number on it',
      path: pathOf(mark.mark),
    },
  ];
}

/** Where a mark is looked at: the ends of a rule, the middle of all else. */
function pointsOf({ type, ends, x1, x2, y1, y2 }: SceneMark): readonly Point[] {
  const [xs, ys] = [ends.x, ends.y];
  if (type === "rule") return [0, 1].map((end) => ({ x: xs[end] ?? xs[0] ?? x1, y: ys[end] ?? ys[0] ?? y1 }));
  if (type === "line") return [{ x: xs[0] ?? x1, y: ys[0] ?? y1 }];
  return [{ x: (x1 + x2) / 2, y: (y1 + y2) / 2 }];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The colour that is seen at a point before something is painted there. */
function under(point: Point, order: number, shapes: readonly Covering[], ground: Ground): Colour {
  let colour = ground.colour;
  for (const shape of shapes) {
    if (shape.order >= order) break;
    if (!shape.covers(point)) continue;
    const fill = painted(shape.paint.fill, ground);
    if (fill !== undefined) colour = over(fill, colour, shape.paint.fillOpacity);
  }
  return colour;
}

function seen(paint: Paint, part: "fill" | "stroke", below: Colour, ground: Ground): number {
  const colour = painted(paint[part], ground);
  const opacity = part === "fill" ? paint.fillOpacity : paint.strokeOpacity;
  return colour === undefined ? 1 : contrast(over(colour, below, opacity), below);
}

function painted(written: string | undefined, { colours, painter }: Ground): Colour | undefined {
  if (written === undefined) return undefined;
  if (colours.has(written)) return colours.get(written);
  const name = colourName(written);
  const colour = name === undefined ? undefined : colourOf(painter(name));
  colours.set(written, colour);
  return colour;
}

function hiddenText(text: SceneText, shapes: readonly Covering[], pathOf: (mark: string) => Path): readonly Finding[] {
  const middle = { x: (text.x1 + text.x2) / 2, y: (text.y1 + text.y2) / 2 };
  const above = shapes.find((shape) => shape.order > text.order && shape.isOpaque && shape.covers(middle));
  if (above === undefined) return [];
  return [
    {
      message: `"${text.text}" lies under a ${nounOf(above.type)}`,
      hint: "put the layer of texts after the layer of marks",
      path: pathOf(text.mark),
    },
  ];
}

function hiddenMark(mark: SceneMark, shapes: readonly Covering[], pathOf: (mark: string) => Path): readonly Finding[] {
  if (mark.type !== "rect" && mark.type !== "symbol") return [];
  if (mark.x2 - mark.x1 < 1 || mark.y2 - mark.y1 < 1) return [];
  // Marks of one row at one place have one number; nothing is lost.
  const above = shapes.find(
    (shape) => shape.order > mark.order && shape.row !== mark.row && shape.isOpaque && shape.hides(mark),
  );
  if (above === undefined) return [];
  return [
    {
      message: `The ${nounOf(mark.type)} of ${mark.row ?? "a row"} lies wholly under that of ${above.row ?? "another"}`,
      hint: 'draw marks that may meet hollow, as { "filled": false }, or give each its own place',
      path: pathOf(mark.mark),
    },
  ];
}

const isWithin = (text: SceneText, mark: SceneMark): boolean => {
  const [x, y] = [(text.x1 + text.x2) / 2, (text.y1 + text.y2) / 2];
  return x >= mark.x1 && x <= mark.x2 && y >= mark.y1 && y <= mark.y2;
};
/** Vega's kinds of marks in an author's words. */
const nounOf = (type: string): string => (type === "rect" ? "bar" : type === "symbol" ? "point" : type);
const ratio = (number: number): string => (Math.floor(number * 100) / 100).toFixed(2);
