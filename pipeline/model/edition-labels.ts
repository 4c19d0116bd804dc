import type { Edition, EditionKind } from "./edition.ts";
import type { Label } from "./language.ts";

/** What stands across every page of an edition that a reader should not rely on; undefined for all others. */
export const stampOf = ({ published }: Pick<Edition, "published">): Label | undefined =>
  published ? undefined : "draft";

/** What an edition is called, by its kind. */
export const EDITION_LABELS: Readonly<Record<EditionKind, Label>> = {
  first: "editionFirst",
  revision: "editionRevision",
  correction: "editionCorrection",
  withdrawal: "editionWithdrawal",
};
