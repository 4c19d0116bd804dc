import { FIGURE_NAME } from "../model/id.ts";
import { unitOfNoWhole, type Unit } from "../model/unit.ts";
import { figureId } from "./ids.ts";

const FIGURE_PATH = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?$/;

/** Units as an author may write them, for a hint. */
export const UNIT_EXAMPLES =
  "CNY million, count of students, % of total_2021, % of 'papers', percentage points, % change, ratio, rank, USD per EUR, GBP per person";

/** Reads a unit as an author writes it, in the dataset that it stands in; undefined when it is none. */
export function parseUnit(text: string, dataset: string): Unit | undefined {
  const [, whole] = /^% of (\S.*)$/.exec(text) ?? [];
  return whole === undefined ? unitOfNoWhole(text) : share(whole, dataset);
}

/** The whole of a share: a name is a figure; what has a space or a capital, or stands in quotes, is words. */
function share(whole: string, dataset: string): Unit {
  const [, words] = /^'(.+)'$/.exec(whole) ?? [];
  if (words !== undefined) return { kind: "share", of: { words } };
  if (!FIGURE_PATH.test(whole)) return { kind: "share", of: { words: whole } };
  return { kind: "share", of: { figure: figureId(FIGURE_NAME.test(whole) ? `${dataset}.${whole}` : whole) } };
}
