import { FIGURE_NAME } from "../model/id.ts";
import { SCALES, type Unit } from "../model/unit.ts";
import { figureId } from "./ids.ts";

const FIGURE_PATH = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?$/;

/** Units as an author may write them, for a hint. */
export const UNIT_EXAMPLES =
  "CNY million, count of students, % of total_2021, % of 'papers', percentage points, % change, ratio, rank, USD per EUR";

/** Reads a unit as an author writes it, in the dataset that it stands in; undefined when it is none. */
export function parseUnit(text: string, dataset: string): Unit | undefined {
  if (text === "percentage points" || text === "points") return { kind: "points" };
  if (text === "% change") return { kind: "change" };
  if (text === "ratio" || text === "rank") return { kind: text };
  if (text === "count") return { kind: "count" };
  const [, currency, per] = /^([A-Z]{3}) per ([A-Z]{3})$/.exec(text) ?? [];
  if (currency !== undefined && per !== undefined) return { kind: "rate", currency, per };
  const [, noun] = /^count of (\S.*)$/.exec(text) ?? [];
  if (noun !== undefined) return { kind: "count", noun };
  const [, whole] = /^% of (\S.*)$/.exec(text) ?? [];
  return whole === undefined ? amount(text) : share(whole, dataset);
}

function amount(text: string): Unit | undefined {
  const [, currency, scale = ""] = /^([A-Z]{3})(?: ([a-z]+))?$/.exec(text) ?? [];
  const known = SCALES.find((each) => each === scale);
  return currency === undefined || known === undefined ? undefined : { kind: "amount", currency, scale: known };
}

/** The whole of a share: a name is a figure; what has a space or a capital, or stands in quotes, is words. */
function share(whole: string, dataset: string): Unit {
  const [, words] = /^'(.+)'$/.exec(whole) ?? [];
  if (words !== undefined) return { kind: "share", of: { words } };
  if (!FIGURE_PATH.test(whole)) return { kind: "share", of: { words: whole } };
  return { kind: "share", of: { figure: figureId(FIGURE_NAME.test(whole) ? `${dataset}.${whole}` : whole) } };
}
