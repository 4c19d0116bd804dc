import type { ChartKind } from "./drawing.ts";

/** An ending of numbers that tell a place, and the last digits that ask for it or forbid it; without any, it fits all. */
export interface OrdinalEnding {
  readonly ending: string;
  readonly after?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
}

/** The furniture of a brief in one language: labels, number words and date patterns. */
export interface Language {
  /** BCP 47, as `en-GB`. */
  readonly tag: string;
  readonly labels: Readonly<Record<Label, string>>;
  /** Zero, one, two, … as far as the language file goes. */
  readonly cardinals: readonly string[];
  /** First, second, … ; the first entry stands for 1. */
  readonly ordinals: readonly string[];
  /** What a number in digits ends in where it tells a place, the first that fits; without one, nothing: 1st, 12th. */
  readonly ordinalEndings?: readonly OrdinalEnding[] | undefined;
  /** January … December. */
  readonly months: readonly string[];
  /** Patterns of {day}, {month}, {year}. */
  readonly dates: { readonly day: string; readonly month: string; readonly year: string };
  /** Words that are numbers when they stand alone in prose, for the lint. */
  readonly quantities: readonly string[];
  /** Number words that the language uses as articles too, and that may stand unbound: one, first. */
  readonly articles?: readonly string[] | undefined;
  /** Parts that number words are joined of, in one word or with hyphens: ein, und, zwanzig, hundert. */
  readonly numerals: readonly string[];
  /** Words that rank or compare numbers: largest, fewer, majority. */
  readonly comparisons: readonly string[];
  /** Words in the label of a row that say that the rows above it add up to it: total, sum. */
  readonly totals?: readonly string[] | undefined;
  /** Words behind which four digits are a year whatever follows: "in 2024 people were happier". */
  readonly beforeYears?: readonly string[] | undefined;
  /** Words of direction, in all their forms and in lower case, for the lint and to hold `move` against. */
  readonly directions: Readonly<Record<"up" | "down" | "same", readonly string[]>> & {
    /** Words that say a change, and not which way a number went: improved, worsened. */
    readonly either?: readonly string[] | undefined;
  };
  /**
   * Words that say a direction beside a number, in a key figure or after "CNY 4 million": more, fewer. `than` stands
   * between one of them and what it is compared with.
   */
  readonly comparatives?:
    | (Readonly<Record<"up" | "down", readonly string[]>> & { readonly than?: readonly string[] | undefined })
    | undefined;
  /** Words that turn the meaning of those after them round: not, no, never. */
  readonly negations?: readonly string[] | undefined;
  /** Words that hold a negation and turn nothing round: no doubt, not only. */
  readonly affirmations?: readonly string[] | undefined;
  /** Words of size, with what they need to be true of a ratio, a share or a per cent change, or of a place in an order. */
  readonly sizes: readonly Size[];
  /** Words before a word of size: more than half, at least half, nearly half. */
  readonly qualifiers?: Readonly<Partial<Record<Qualifier, readonly string[] | undefined>>> | undefined;
  /** Words before a word of rank, from the second place on: second, third. */
  readonly places?: readonly string[] | undefined;
  /** The words around two numbers that tell a movement: from 30 to 23. */
  readonly movement: { readonly from: readonly string[]; readonly to: readonly string[] };
  readonly scales: Readonly<Record<"thousand" | "million" | "billion" | "trillion", string>>;
  /** How a chart is told in words. */
  readonly charts: {
    readonly kinds: Readonly<Record<ChartKind, string>>;
    /** Patterns of {kind}, {panels} and {rows}. */
    readonly whole: string;
    readonly panelled: string;
    /** Patterns of {number}: 1 row, 6 rows. */
    readonly row: string;
    readonly rows: string;
    /** Pattern of {measure}, {least}, {leastRows}, {greatest} and {greatestRows}. */
    readonly measure: string;
    /** Pattern of {measure} and {number}, where all numbers are one. */
    readonly level: string;
    readonly levelWhereKnown: string;
    /** Pattern of {measure} and {number}, where there is one number alone. */
    readonly single: string;
    /** What is said where rounding leaves open which row is at an end. */
    readonly openLeast: string;
    readonly openGreatest: string;
    /** Pattern of {measure} and {gapRows}, the rows that have no number. */
    readonly missing: string;
    /** Patterns of {row}, {from} and {to}, and of {fromPeriod} and {toPeriod}. */
    readonly moved: string;
    readonly movedInTime: string;
    /** Where a printed brief has a chart's rows: patterns of {table} and {file}. */
    readonly inTable: string;
    readonly attached: string;
  };
  /** Patterns of {lo}, {hi} or {number}. */
  readonly patterns: {
    readonly between: string;
    readonly about: string;
    /** Patterns of {currency}, {number} and {scale}: CNY 91 million. */
    readonly amount: string;
    /** Patterns of {number}: 23 per cent, 7 percentage points, 1 percentage point. */
    readonly perCent: string;
    readonly points: string;
    readonly point: string;
    /** Pattern of {number}, {currency} and {per}: 1.08 USD per EUR. */
    readonly rate?: string | undefined;
    /** Pattern of {size} and {noun}: per person, per 100,000 people. */
    readonly per?: string | undefined;
    readonly ibid: string;
    readonly backTo: string;
  };
}

/**
 * How words before a word of size turn what it needs: above half of something, about half, somewhat below it. One among the
 * largest need not be the largest.
 */
export const QUALIFIERS = ["above", "atLeast", "below", "atMost", "about", "nearly", "among"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Words of size: "doubled" needs a ratio of about 2, or a change of about 100 per cent. */
export interface Size {
  /** Words that say the same. Without anything that they need, they are no words of size: half a dozen. */
  readonly words: string | readonly string[];
  /**
   * A number that qualifiers apply to, 50; or a condition as `says` takes it, `>50`. Of what the words do not fit, there
   * is none.
   */
  readonly ratio?: string;
  readonly share?: string;
  readonly change?: string;
  /** The place in an order: 1 for the largest, 2 for the second largest, -1 for the smallest. */
  readonly rank?: number;
  /** Whether more of it is a lower number: "more than halved". */
  readonly falls?: boolean;
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
  "authors",
  "institution",
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
  "draft",
  "briefs",
  "latestEdition",
  "pageMissing",
  "byDate",
  "byKeyword",
  "search",
  // Pattern of {count}.
  "briefsFound",
  "missing",
  "confidential",
  "notApplicable",
  "provisional",
  "estimated",
  "revised",
  "break",
  // Patterns of {line}, of {minutes}, and of the {name} of a table.
  "line",
  "minutes",
  "minute",
  "skipTable",
  "lineage",
  "lineageSays",
  "from",
  "shownIn",
  "close",
  "editions",
  "thisEdition",
  "title",
  // Pattern of {date}.
  "changedSince",
  "changedWords",
  "changedFigures",
  "changedSentences",
  "changedCharts",
  // Pattern of {date}.
  "drawingOf",
  // Pattern of {number}.
  "furtherSentences",
  "allChanges",
  "allEditions",
  "became-gap",
  "became-number",
  "gap-changed",
  "refined",
  "widened",
  "redefined",
  "new",
  "withdrawn",
  "shown-differently",
  "formula",
  "unit",
  "basis",
  "period",
  "flags",
  "before",
  "now",
  "nothing",
  "unsaid",
  "unchanged",
  "noticeSubstantial",
  "noticeWithdrawn",
] as const;
export type Label = (typeof LABELS)[number];
