import type { EditionKind, WhatChanged } from "./edition.ts";
import type { EditionId } from "./id.ts";

/** What is kept of a published edition, in data/BRIEF/editions/ID/record.yaml. Lists and feeds are made of records alone. */
export interface EditionRecord extends EditionFacts {
  /** SHA-256 of every file of the edition in the site, by its path there; `edition.json` among them. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a record says of its edition; the site has the same in the edition's edition.json. */
export interface EditionFacts extends WhatChanged {
  readonly schema: 1;
  readonly brief: string;
  readonly edition: EditionId;
  readonly kind: EditionKind;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The day in the words of the brief's language. */
  readonly dateText: string;
  /** Why it was published, in the editor's words. */
  readonly reason: string;
  /** The edition before it. */
  readonly before?: EditionId;
  /** Whether it turns a bound word round, or moves a figure out of its interval. */
  readonly substantial: boolean;
  readonly title: string;
  readonly subtitle?: string;
  readonly institution: string;
  readonly language: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  /** SHA-256 of doc.json beside the record, which has the edition's text. */
  readonly doc: string;
}

const CHART = /^charts\/([^/]+)\.svg$/;

/** The charts that an edition shows, by id. */
export const chartsOf = ({ files }: Pick<EditionRecord, "files">): readonly string[] =>
  Object.keys(files).flatMap((path) => CHART.exec(path)?.[1] ?? []);

/** The files that are kept beside a record, so that the next edition can be held against it. */
export const keptFiles = ({ files }: Pick<EditionRecord, "files">): readonly string[] => [
  "figures.json",
  "doc.json",
  ...Object.keys(files).filter((path) => CHART.test(path)),
];

/** The hash of a file that is kept beside a record: its ledger and charts are those in the site. */
export const keptHash = ({ doc, files }: Pick<EditionRecord, "doc" | "files">, path: string): string | undefined =>
  path === "doc.json" ? doc : files[path];

/** Editions in the order of their publication: by day, then by number. */
export const editionOrder = (edition: string): string => edition.slice(0, 10) + edition.slice(11).padStart(6, "0");

/** The id of the next edition of a day: the day itself, then `-2`, `-3` and so on. */
export function nextEdition(date: string, taken: Iterable<string>): string {
  const ids = new Set(taken);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? date : `${date}-${number}`;
    if (!ids.has(id)) return id;
  }
}
