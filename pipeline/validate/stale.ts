import type { Loaded } from "../model/brief.ts";
import type { Dataset } from "../model/dataset.ts";
import { warning } from "../model/problem.ts";
import { plainFinding, type Finding } from "./finding.ts";

/** A dataset is not used after the last day that it is good for. */
export function staleData(brief: Loaded, dataset: Dataset): readonly Finding[] {
  const { validUntil, id, title } = dataset;
  const { edition, today = "" } = brief.settings;
  if (validUntil === undefined) return [];
  const used = edition.date > validUntil.text ? `the edition is of ${edition.date}` : `today is ${today}`;
  if (edition.date <= validUntil.text && today <= validUntil.text) return [];
  const message = `"${title}" is good until ${validUntil.text}, and ${used}`;
  const hint = "look for newer numbers, or set valid_until anew when the source confirms these";
  return [plainFinding(warning("data/stale", validUntil.place, message, { hint, about: [id] }))];
}
