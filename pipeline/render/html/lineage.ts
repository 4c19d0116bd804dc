import type { Doc } from "../../model/doc.ts";
import type { FigureId } from "../../model/id.ts";
import type { DatasetLineage, NumberLineage, RowLineage } from "../../model/lineage.ts";
import { label, type Context } from "./context.ts";
import { element, fragment, type Child, type Html } from "./element.ts";
import { headingHtml } from "./heading.ts";

const DOT = " · ";

/**
 * The figures whose making the page tells, each with the id of its line. The ids are counted, since a page has hundreds of
 * them; ids of blocks have no underscore, so that they are like no other.
 */
export function tracedFigures({ lineage }: Pick<Doc, "lineage">): ReadonlyMap<FigureId, string> {
  const figures = lineage.flatMap(({ rows }) => rows.flatMap(({ numbers }) => numbers.map(({ figure }) => figure)));
  return new Map([...new Set(figures)].map((figure, index) => [figure, `made_${index + 1}`]));
}

/**
 * How the numbers were made. Every number of the text links to its line here; the style sheet lays the row of the line
 * that is linked to over the foot of the window, so that a reader keeps the place.
 */
export function lineageHtml(datasets: readonly DatasetLineage[], context: Context): Html | undefined {
  if (datasets.length === 0) return undefined;
  return element(
    "section",
    { class: "lineage", id: "page_numbers" },
    headingHtml(2, "page_numbers", fragment(label(context, "lineage"))),
    element("p", {}, label(context, "lineageSays")),
    datasets.map((dataset) => datasetHtml(dataset, context)),
  );
}

const datasetHtml = ({ title, file, rows }: DatasetLineage, context: Context): Html =>
  element(
    "details",
    {},
    element("summary", {}, title),
    element("p", { class: "file" }, file),
    rows.map((row) => rowHtml(row, context)),
  );

function rowHtml({ title, numbers, sources, shownIn }: RowLineage, context: Context): Html {
  const close = element("a", { class: "close", href: "#page_here" }, label(context, "close"));
  const shown = shownIn.map(({ block, words }) => element("a", { href: `#${block}` }, words));
  return element(
    "div",
    { class: "made" },
    element("p", {}, element("b", {}, title)),
    element(
      "dl",
      {},
      numbers.map((number) => numberHtml(number, context)),
    ),
    sources.length > 0 ? sourceHtml(sources, context) : undefined,
    shown.length > 0 ? element("p", {}, `${label(context, "shownIn")}: `, separated(shown, DOT)) : undefined,
    close,
  );
}

const sourceHtml = (sources: readonly string[], context: Context): Html =>
  element("p", {}, `${label(context, "source")}: ${sources.join(" ")}`);

function numberHtml(number: NumberLineage, context: Context): Html {
  const { figure, name, formula, filled, text, range, from, line, sources } = number;
  const steps: readonly Child[] = [formula, filled, element("b", {}, text)].filter((step) => step !== undefined);
  const inputs = from.map((each) => element("a", { href: `#${context.traced.get(each.figure) ?? ""}` }, each.name));
  const parts: readonly Child[] = [
    fragment(separated(steps, " = ")),
    range,
    inputs.length > 0 ? fragment(`${label(context, "from")} `, separated(inputs, DOT)) : undefined,
    line,
    sources.length > 0 ? `${label(context, "source")}: ${sources.join(" ")}` : undefined,
  ].filter((part) => part !== undefined);
  return fragment(element("dt", { id: context.traced.get(figure) }, name), element("dd", {}, separated(parts, DOT)));
}

const separated = (parts: readonly Child[], by: string): readonly Child[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [by, part]));
