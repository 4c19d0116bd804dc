import type { ChartChange, EditionChange, EditionKind, FigureChange } from "./edition.ts";
import type { Label, Language } from "./language.ts";

/** What an edition is called, by its kind. */
export const EDITION_LABELS: Readonly<Record<EditionKind, Label>> = {
  first: "editionFirst",
  revision: "editionRevision",
  correction: "editionCorrection",
  withdrawal: "editionWithdrawal",
};

/** What became of what is printed of a figure, in words. */
const CHANGE_LABELS: Readonly<Record<FigureChange, Label>> = {
  word: "changeWord",
  revised: "changeRevised",
  gap: "changeGap",
  number: "changeNumber",
  widened: "changeWidened",
  refined: "changeRefined",
  redefined: "changeRedefined",
  new: "changeNew",
  withdrawn: "changeWithdrawn",
};

/** A change as texts: what became of the figure, as it was, as it is, and by how much. */
export function changeTexts(
  { change, old = "", new: now = "", by }: EditionChange,
  { labels }: Pick<Language, "labels">,
): { readonly became: string; readonly was: string; readonly is: string; readonly by: string } {
  return { became: labels[CHANGE_LABELS[change]], was: old, is: now, by: by === undefined ? "" : ` (${by})` };
}

/** A change in one line: "anso.research.shift, revised: 6.5 → 7.0 (+0.5)". */
export function changeText(change: EditionChange, language: Pick<Language, "labels">): string {
  const { became, was, is, by } = changeTexts(change, language);
  return `${change.figure}, ${became}: ${[was, is].filter((text) => text !== "").join(" → ")}${by}`;
}

/** A chart that is drawn otherwise, and which drawings there are: "students: before, now". */
export function chartText({ chart, before, now }: ChartChange, { labels }: Pick<Language, "labels">): string {
  const drawings = [before === undefined ? [] : labels.drawnBefore, now === undefined ? [] : labels.drawnNow].flat();
  return `${chart}: ${drawings.join(", ")}`;
}
