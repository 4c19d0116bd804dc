import type { Chart, Doc, RedrawnChart } from "../../model/doc.ts";
import { redrawnCharts } from "../../model/doc-walk.ts";
import type { BlockId } from "../../model/id.ts";
import type { Context } from "./context.ts";
import { pictureHtml } from "./drawing.ts";
import { element, fragment, type Html } from "./element.ts";
import { inlinesHtml } from "./inlines.ts";

/** The charts that are drawn otherwise than before, by their blocks: their figures show the drawing of before as well. */
export const redrawnByBlock = (doc: Doc): ReadonlyMap<BlockId, RedrawnChart> =>
  new Map(redrawnCharts(doc).flatMap((each) => (each.now ? [[each.now.chart, each] as const] : [])));

/** In the list of changes: where the drawings are; that of a chart that is withdrawn is here. */
export function redrawnHtml(redrawn: RedrawnChart, context: Context): Html {
  const { term, before, now } = redrawn;
  const where = now
    ? fragment(inlinesHtml(before.words, context), element("br"), inlinesHtml(now.words, context))
    : inlinesHtml(before.words, context);
  const list = element("dl", {}, element("dt", {}, inlinesHtml(term, context)), element("dd", {}, where));
  return now ? list : fragment(list, beforeHtml(redrawn));
}

/** Under a chart: the drawing of before, close to that of now, with which it has most of its markup in common. */
export function besideHtml({ id }: Chart, { redrawn }: Context): Html | undefined {
  const drawn = redrawn.get(id);
  return drawn && element("details", {}, element("summary", {}, drawn.name), beforeHtml(drawn));
}

/** The drawing of before has one width; where a phone cannot show it whole, it scrolls and takes the focus. */
function beforeHtml({ target, before }: RedrawnChart): Html {
  const { picture, title, alternative } = before;
  return element(
    "div",
    { class: "scroll was", id: target, role: "region", "aria-labelledby": `${target}_title`, tabindex: 0 },
    pictureHtml(picture, { name: `the drawing ${target}`, prefix: target, title, description: alternative }),
  );
}
