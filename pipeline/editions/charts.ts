import type { ChangedChart } from "../model/edition.ts";
import type { Chart } from "../model/doc.ts";
import { plainText } from "../model/inline.ts";
import type { Drawing } from "../model/drawing.ts";
import type { EditionBefore } from "../model/edition-text.ts";
import type { ChartId } from "../model/id.ts";

/** Where an edition keeps the drawing that the edition before it had. */
const beforePath = (chart: string): string => `charts/before/${chart}.svg`;

/** The charts that are drawn otherwise than in the edition before, and the files with the drawings as they were there. */
export function changedCharts(
  before: EditionBefore,
  charts: readonly Chart[],
  drawings: ReadonlyMap<ChartId, Drawing>,
): { readonly charts: readonly ChangedChart[]; readonly files: ReadonlyMap<string, string> } {
  const now = charts.flatMap(({ chart, title, svg }) => {
    const drawn = drawings.get(chart)?.download.svg;
    const was = before.charts.get(chart);
    if (was !== undefined && drawn !== undefined && isDrawnAlike(was, drawn)) return [];
    const old = was === undefined ? {} : { old: beforePath(chart) };
    return [{ chart, title: plainText(title), ...old, new: svg }];
  });
  const gone = [...before.charts.keys()].filter((id) => !charts.some(({ chart }) => chart === id));
  const lost = gone.map((chart) => ({ chart, title: titleIn(before.charts.get(chart) ?? ""), old: beforePath(chart) }));
  const all: readonly ChangedChart[] = [...now, ...lost];
  const files = all.flatMap(({ chart, old }) =>
    old === undefined ? [] : [[old, before.charts.get(chart as ChartId) ?? ""] as const],
  );
  return { charts: all, files: new Map(files) };
}

/**
 * The drawings of the edition before under the names that their charts have now: one whose file has another name, and is
 * drawn alike or bears the same title, is the same chart.
 */
export function asNowNamed(
  before: EditionBefore["charts"],
  charts: readonly Chart[],
  drawings: ReadonlyMap<ChartId, Drawing>,
): EditionBefore["charts"] {
  const fresh = charts.filter(({ chart }) => !before.has(chart));
  const renamed = new Map<ChartId, string>();
  for (const [id, svg] of before) {
    if (charts.some(({ chart }) => chart === id)) continue;
    const left = fresh.filter(({ chart }) => !renamed.has(chart));
    const same =
      left.find(({ chart }) => isDrawnAlike(svg, drawings.get(chart)?.download.svg ?? "")) ??
      left.find(({ title }) => plainText(title) === titleIn(svg));
    renamed.set(same?.chart ?? id, svg);
  }
  const kept = [...before].filter(([id]) => charts.some(({ chart }) => chart === id));
  return new Map([...kept, ...renamed]);
}

/** Whether a chart's file shows what a drawing shows; its title and description are text, and compared as such, and its typefaces are not its own. */
export const isDrawnAlike = (file: string, drawing: string): boolean => bare(file) === bare(drawing);

const bare = (svg: string): string =>
  svg.replace(/<svg[^>]*>|<title>[^<]*<\/title>|<desc>[^<]*<\/desc>|<style>[^<]*<\/style>|\n$/g, "");

const titleIn = (svg: string): string =>
  (/<title>([^<]*)<\/title>/.exec(svg)?.[1] ?? "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
