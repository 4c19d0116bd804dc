import type { EditionKind } from "./edition.ts";
import type { Label } from "./language.ts";

/** What an edition is called, by its kind. */
export const EDITION_LABELS: Readonly<Record<EditionKind, Label>> = {
  first: "editionFirst",
  revision: "editionRevision",
  correction: "editionCorrection",
  withdrawal: "editionWithdrawal",
};
