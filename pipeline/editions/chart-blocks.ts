import type { Block, FrozenDrawing, RedrawnChart } from "../model/doc.ts";
import type { ChangedChart } from "../model/edition.ts";
import type { BlockId } from "../model/id.ts";
import type { Inline } from "../model/inline.ts";
import type { Frozen } from "./frozen.ts";
import type { Definition } from "./inlines.ts";
import type { Telling } from "./numbers.ts";
import type { Redrawn } from "./redrawn.ts";

/** What is told of charts. */
export interface ChartsTold {
  /** The day of the edition before, in words. */
  readonly since: string;
  /** Where the brief has a chart, and as what; undefined where it has none. */
  readonly chartName: (chart: string) => { readonly block: string; readonly words: string } | undefined;
  /** The drawings of charts that the edition before had too. */
  readonly redrawn: ReadonlyMap<string, Redrawn>;
}

/** New charts in a list, since they stand in the text; one that is drawn otherwise, or no longer, with its drawings. */
export function chartBlocks(charts: readonly ChangedChart[], told: ChartsTold, telling: Telling): readonly Block[] {
  const { furniture } = telling;
  const blocks: Block[] = [];
  const fresh: Definition[] = [];
  for (const chart of charts) {
    const drawings = told.redrawn.get(chart.chart);
    if (drawings === undefined) {
      fresh.push(newChart(chart, told, telling));
      continue;
    }
    blocks.push(...furniture.definitions(fresh.splice(0)), redrawnChart(chart, drawings, told, telling));
  }
  return [...blocks, ...furniture.definitions(fresh)];
}

function termOf({ chart, title }: ChangedChart, told: ChartsTold, { furniture }: Telling): readonly Inline[] {
  const name = told.chartName(chart);
  const words = name === undefined ? [] : [furniture.to(name.block, name.words), furniture.text(": ")];
  return [...words, furniture.text(title)];
}

function newChart(chart: ChangedChart, told: ChartsTold, telling: Telling): Definition {
  const { furniture, language } = telling;
  const { labels } = language;
  const now = chart.new === undefined ? [] : [furniture.text(`${labels.now}: `), furniture.file(chart.new)];
  return { term: termOf(chart, told, telling), description: [furniture.text(`${labels.new}. `), ...now] };
}

function redrawnChart(chart: ChangedChart, { before, now }: Redrawn, told: ChartsTold, telling: Telling): RedrawnChart {
  const { furniture, language } = telling;
  const { labels } = language;
  const name = labels.drawingOf.replace("{date}", told.since);
  const target = (now === undefined ? `page_before_${chart.chart}` : `${now.block}_before`) as BlockId;
  const file = (path: string | undefined): readonly Inline[] => (path === undefined ? [] : [furniture.file(path)]);
  const here = now === undefined ? furniture.text(name) : furniture.to(target, name);
  const fate = now === undefined ? [furniture.text(`${labels.withdrawn}. `)] : [];
  const was = [...fate, furniture.text(`${labels.before}: `), here, furniture.text(", "), ...file(chart.old)];
  const is = [furniture.text(`${labels.now}: `), ...file(chart.new)];
  return {
    kind: "redrawn",
    id: furniture.id(),
    term: termOf(chart, told, telling),
    name,
    target,
    before: frozenDrawing(labels.before, was, before, telling),
    ...(now === undefined ? {} : { now: { ...frozenDrawing(labels.now, is, now, telling), chart: now.block } }),
    place: furniture.place,
  };
}

/** A drawing as it is shown; whoever hears it is told first whether it is that of before or that of now. */
function frozenDrawing(
  label: string,
  words: readonly Inline[],
  { picture, title, description, texts }: Frozen,
  { furniture: { place } }: Telling,
): FrozenDrawing {
  const labels = texts.map((text) => ({ kind: "text", text, place }) as const);
  return { words, picture, title: `${label}: ${title}`, alternative: description, labels };
}
