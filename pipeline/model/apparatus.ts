import type { Callout, Section } from "./doc.ts";
import type { EditionEntry } from "./edition.ts";
import type { DatasetLineage } from "./lineage.ts";

/** What stands around the text of a brief, so that a reader can weigh it. */
export interface Apparatus {
  /** How long it takes to read: "9 minutes to read". */
  readonly readingTime: string;
  /** How every number that the brief shows was made, dataset by dataset. */
  readonly lineage: readonly DatasetLineage[];
  /** The published editions, this one included, the newest first; empty until there is an earlier one. */
  readonly editions: readonly EditionEntry[];
  /** What this edition says otherwise than the one before it, and the list of editions, as a section of the brief. */
  readonly changes?: Section;
  /** What a reader must know before anything else: that the brief is withdrawn, or says something else than before. */
  readonly notice?: Callout;
}
