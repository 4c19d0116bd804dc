import type { Composed } from "../model/brief.ts";
import type { Chart, Doc } from "../model/doc.ts";
import { allBlocks } from "../model/doc-walk.ts";
import type { Drawing } from "../model/drawing.ts";
import type { ChangedChart } from "../model/edition.ts";
import type { EditionBefore } from "../model/edition-text.ts";
import type { BlockId, ChartId } from "../model/id.ts";
import { plainText } from "../model/inline.ts";
import { error, type Problem } from "../model/problem.ts";
import { textAlternative } from "../model/text-alternative.ts";
import { readFrozen, type Frozen } from "./frozen.ts";

/** A chart as it was drawn in the edition before, and as it is drawn now; nothing of one that is withdrawn. */
export interface Redrawn {
  readonly before: Frozen;
  readonly now?: Frozen & { readonly block: BlockId };
}

/** The drawings of charts that are drawn otherwise now, or no longer, by chart. */
export function redrawnCharts(
  changed: readonly ChangedChart[],
  before: EditionBefore,
  { id: brief, doc, drawings, theme }: Pick<Composed, "id" | "doc" | "drawings" | "theme">,
): { readonly redrawn: ReadonlyMap<string, Redrawn>; readonly problems: readonly Problem[] } {
  const redrawn = new Map<string, Redrawn>();
  const problems: Problem[] = [];
  for (const { chart: id } of changed) {
    const file = before.charts.get(id as ChartId);
    if (file === undefined) continue;
    const drawing = drawings.get(id as ChartId);
    const was = readFrozen(file, theme, coloursIn(drawing));
    if ("wrong" in was) {
      problems.push(foreign(brief, before.record.edition, id, was.wrong));
      continue;
    }
    const chart = chartsIn(doc).find((each) => each.chart === id);
    const told = chartsIn(before.text).find(({ chart: each }) => each === id);
    redrawn.set(id, {
      before: told ? { ...was, ...wordsOf(told) } : was,
      ...(chart && drawing ? { now: drawnNow(chart, drawing, theme) } : {}),
    });
  }
  return { redrawn, problems };
}

/** The charts of a text. */
export const chartsIn = (doc: Pick<Doc, "body">): readonly Chart[] =>
  allBlocks(doc).flatMap((block) => (block.kind === "chart" ? [block] : []));

/** This edition's drawing in the layout of its file, which is that of the drawing before. */
function drawnNow(chart: Chart, drawing: Drawing, theme: Composed["theme"]): NonNullable<Redrawn["now"]> {
  const frozen = readFrozen(drawing.download.svg, theme, coloursIn(drawing));
  if ("wrong" in frozen) throw new Error(`the drawing of ${chart.chart} holds ${frozen.wrong}`);
  return { ...frozen, ...wordsOf(chart), block: chart.id };
}

/** What a chart is called, and what it is in words, as the text has it: its file has its source besides. */
const wordsOf = (chart: Chart): Pick<Frozen, "title" | "description"> => ({
  title: plainText(chart.title),
  description: textAlternative(chart),
});

/** The names of the colours in which a chart is drawn on the page. */
const coloursIn = (drawing: Drawing | undefined): ReadonlySet<string> =>
  new Set([...(drawing?.wide.svg ?? "").matchAll(/var\(--(\w+)\)/g)].map(([, name = ""]) => name));

function foreign(brief: string, edition: string, chart: string, what: string): Problem {
  const place = { file: `data/${brief}/editions/${edition}/charts/${chart}.svg`, line: 1, column: 1 };
  const message = `The drawing of the chart ${chart} in the edition ${edition} is none of Footing's: it holds ${what}`;
  const hint = "take the file from version control again: a published edition is never changed";
  return error("edition/altered", place, message, { hint });
}
