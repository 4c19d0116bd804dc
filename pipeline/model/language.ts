/** The furniture of a brief in one language: labels, number words and date patterns. */
export interface Language {
  /** BCP 47, as `en-GB`. */
  readonly tag: string;
  readonly labels: Readonly<Record<Label, string>>;
  /** Zero, one, two, … as far as the language file goes. */
  readonly cardinals: readonly string[];
  /** First, second, … ; the first entry stands for 1. */
  readonly ordinals: readonly string[];
  /** January … December. */
  readonly months: readonly string[];
  /** Patterns of {day}, {month}, {year}. */
  readonly dates: { readonly day: string; readonly month: string; readonly year: string };
  /** Words that are numbers when they stand alone in prose, for the lint. */
  readonly quantities: readonly string[];
  readonly scales: Readonly<Record<"thousand" | "million" | "billion" | "trillion", string>>;
  /** Patterns of {lo}, {hi} or {number}. */
  readonly patterns: {
    readonly between: string;
    readonly about: string;
    readonly ibid: string;
    readonly backTo: string;
  };
}

/** Every label that page, PDF and notes print. */
export const LABELS = [
  "contents",
  "notes",
  "table",
  "chart",
  "source",
  "summary",
  "keyFigures",
  "discrepancies",
  "discrepancySays",
  "discrepancyResolution",
  "edition",
  "published",
  "series",
  "number",
  "howToCite",
  "about",
  "disclaimer",
  "perCent",
  "points",
  "point",
  "page",
  "pageOf",
  "skip",
  "downloadCsv",
  "downloadSvg",
  "downloadPdf",
  "downloadLedger",
  "showData",
  "and",
  "ibid",
  "note",
  "inNote",
  "pageShort",
  "pagesShort",
  "editedBy",
  "backToText",
  "derived",
  "keywords",
  "minus",
  "to",
  "total",
  "continued",
  "permalink",
  "range",
  "introduction",
  "discrepancy",
  "found",
  "licence",
  "downloads",
  "editionFirst",
  "editionRevision",
  "editionCorrection",
  "editionWithdrawal",
] as const;
export type Label = (typeof LABELS)[number];
