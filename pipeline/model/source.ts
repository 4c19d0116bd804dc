import type { SourceId } from "./id.ts";
import type { Place } from "./place.ts";

/** A day, a month or a year, as CSL writes it: [2019, 4, 18], [2016, 7], [2018]. */
export type DateParts = readonly [year: number, month?: number, day?: number];

export interface Name {
  readonly family?: string;
  readonly given?: string;
  /** An institution, or a name that is not to be taken apart. */
  readonly literal?: string;
}

/** A reference: a CSL-JSON item (Citation Style Language 1.0.2), with the keys that CSL gives them. */
export interface Source {
  readonly id: SourceId;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly Name[];
  readonly "container-title"?: string;
  readonly "collection-title"?: string;
  readonly publisher?: string;
  readonly "publisher-place"?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly issued?: DateParts;
  readonly genre?: string;
  readonly URL?: string;
  readonly DOI?: string;
  /** BCP 47; the title is set in this language where it is not the brief's. */
  readonly language?: string;
  readonly place: Place;
}
