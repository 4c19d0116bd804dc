import type { Chart, Doc, RedrawnChart } from "../model/doc.ts";
import { allBlocks, redrawnCharts } from "../model/doc-walk.ts";
import { plainText } from "../model/inline.ts";
import type { Place } from "../model/place.ts";
import { error, type Problem } from "../model/problem.ts";
import { textAlternative } from "../model/text-alternative.ts";
import { HINT } from "./follow.ts";
import { attribute, elementsIn, textOfFirst, type Element } from "./page-tree.ts";
import { bare } from "./reading.ts";

/** Every drawing of a page is named as the brief has it, and those of the edition before are as they were. */
export async function drawingProblems(doc: Doc, elements: readonly Element[]): Promise<readonly Problem[]> {
  const redrawn = redrawnCharts(doc);
  const earlier = redrawn.flatMap(({ target }) => drawingsUnder(target, elements));
  const charts = allBlocks(doc).flatMap((block) =>
    block.kind === "chart" ? namingProblems(block, elements, earlier) : [],
  );
  const before = await Promise.all(redrawn.map((each) => beforeProblems(each, elements)));
  return [...charts, ...before.flat()];
}

/** The drawings of now are named by the chart's title and described by its text alternative. */
function namingProblems(chart: Chart, elements: readonly Element[], earlier: readonly Element[]): readonly Problem[] {
  return drawingsUnder(chart.id, elements)
    .filter((drawing) => !earlier.includes(drawing))
    .flatMap((drawing) =>
      otherNames(drawing, chart.chart, plainText(chart.title), textAlternative(chart), chart.place),
    );
}

/** The drawing of before is there, once, drawn as it was, and named as that. */
async function beforeProblems(
  { target, before, place }: RedrawnChart,
  elements: readonly Element[],
): Promise<readonly Problem[]> {
  const { parseFragment } = await import("parse5");
  const { title, alternative, picture } = before;
  const [drawing, ...more] = drawingsUnder(target, elements);
  const [wanted] = elementsIn(parseFragment(picture.svg));
  if (drawing === undefined || more.length > 0 || wanted === undefined || shapesOf(drawing) !== shapesOf(wanted)) {
    const message = `The page does not show the drawing of before under ${target} as it was`;
    return [error("proof/text", place, message, { hint: HINT })];
  }
  return otherNames(drawing, target, title, alternative, place);
}

/** What a drawing draws: its shapes and texts, each with where it stands. */
const shapesOf = (drawing: Element): string =>
  elementsIn(drawing)
    .filter(({ tagName }) => tagName !== "title" && tagName !== "desc")
    .map((element) =>
      [element.tagName, ...SEEN.map((name) => attribute(element, name) ?? ""), paintOf(element)].join(" "),
    )
    .join("\n");
const SEEN = ["d", "transform", "x", "y", "x2", "y2", "r", "width", "height", "stroke", "stroke-width", "text-anchor"];

/** Texts of the ink have the page's. */
const paintOf = (element: Element): string => {
  const fill = attribute(element, "fill") ?? "";
  return element.tagName === "text" && fill === "var(--ink)" ? "" : fill;
};

const drawingsUnder = (id: string, elements: readonly Element[]): readonly Element[] => {
  const around = elements.find((each) => attribute(each, "id") === id);
  return around === undefined ? [] : elementsIn(around).filter(({ tagName }) => tagName === "svg");
};

/** What a drawing is called otherwise than the brief has it. */
const otherNames = (
  drawing: Element,
  chart: string,
  title: string,
  alternative: string,
  place: Place,
): readonly Problem[] =>
  (
    [
      ["title", title],
      ["desc", alternative],
    ] as const
  ).flatMap(([tagName, wanted]) => {
    const said = textOfFirst(drawing, tagName) ?? "";
    if (bare(said) === bare(wanted)) return [];
    const what = tagName === "title" ? "name" : "text alternative";
    return [
      error("proof/text", place, `The page gives the chart ${chart} another ${what}: "${said}"`, {
        arithmetic: `the brief says: "${wanted}"`,
        hint: HINT,
      }),
    ];
  });
