import type { Drawing } from "../../model/drawing.ts";
import type { RedrawnChart } from "../../model/doc.ts";
import type { BlockId, ChartId, FigureId } from "../../model/id.ts";
import type { Label, Language } from "../../model/language.ts";
import type { Problem } from "../../model/problem.ts";

/** What every part of the page is drawn with. */
export interface Context {
  readonly language: Language;
  readonly drawings: ReadonlyMap<ChartId, Drawing>;
  /** The charts that the edition before drew otherwise, by their blocks. */
  readonly redrawn: ReadonlyMap<BlockId, RedrawnChart>;
  readonly report: (problem: Problem) => void;
  /** The figures whose making the page tells, each with the id of its line: their numbers lead there. */
  readonly traced: ReadonlyMap<FigureId, string>;
  /** False inside a link, where no other link may stand: marks of notes are left out, links are their text. */
  readonly linked: boolean;
}

/** A label of the page's furniture in the brief's language. */
export const label = (context: Context, name: Label): string => context.language.labels[name];
