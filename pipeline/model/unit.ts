import type { FigureId } from "./id.ts";

/** The whole that a share is of: a figure of the data, or words ("papers with partners abroad"). */
export type Whole = { readonly figure: FigureId } | { readonly words: string };

export const SCALES = ["", "thousand", "million", "billion", "trillion"] as const;
export type Scale = (typeof SCALES)[number];

/** Money, in a currency (ISO 4217) and a scale: CNY million. */
export interface Amount {
  readonly kind: "amount";
  readonly currency: string;
  readonly scale: Scale;
}

/** Things; `noun` names them where the number is printed with its unit. */
export interface Count {
  readonly kind: "count";
  readonly noun?: string;
}

/** What a number counts or measures. The unit is part of the number: values of two units never meet by accident. */
export type Unit =
  | Amount
  | Count
  /** So much or so many of one thing for each `noun`, or for each `size` of them: GBP per person, cases per 100,000 people. */
  | { readonly kind: "per"; readonly of: Amount | Count; readonly size: number; readonly noun: string }
  /** Per cent of a named whole: 23 stands for 23 % of it. */
  | { readonly kind: "share"; readonly of: Whole }
  /** The difference of two shares, in percentage points. */
  | { readonly kind: "points" }
  /** Change relative to where it began, in per cent. */
  | { readonly kind: "change" }
  /** One number over another of its kind. */
  | { readonly kind: "ratio" }
  /** How much of one currency another buys, on a day or in a period that the figure names: USD per EUR (ISO 4217). */
  | { readonly kind: "rate"; readonly currency: string; readonly per: string }
  /** A place in an order: 1 is the first. */
  | { readonly kind: "rank" };

/** A unit as the data and the ledger write it. */
export function unitText(unit: Unit): string {
  switch (unit.kind) {
    case "amount":
      return unit.scale === "" ? unit.currency : `${unit.currency} ${unit.scale}`;
    case "count":
      return unit.noun === undefined ? "count" : `count of ${unit.noun}`;
    case "per":
      return `${unitText(unit.of)} per ${unit.size === 1 ? "" : `${unit.size} `}${unit.noun}`;
    case "share":
      return `% of ${wholeText(unit.of)}`;
    case "points":
      return "percentage points";
    case "change":
      return "% change";
    case "rate":
      return `${unit.currency} per ${unit.per}`;
    case "ratio":
    case "rank":
      return unit.kind;
  }
}

/** Reads a unit that is no share, as the data and the ledger write it; undefined when it is none. */
export function unitOfNoWhole(text: string): Unit | undefined {
  if (text === "percentage points" || text === "points") return { kind: "points" };
  if (text === "% change") return { kind: "change" };
  if (text === "ratio" || text === "rank") return { kind: text };
  if (text === "count") return { kind: "count" };
  const [, currency, per] = /^([A-Z]{3}) per ([A-Z]{3})$/.exec(text) ?? [];
  if (currency !== undefined && per !== undefined) return { kind: "rate", currency, per };
  const ratio = /^(\S.*?) per (?:([1-9]\d*) )?([^\s\d].*)$/.exec(text);
  if (ratio !== null) return perUnit(ratio);
  const [, noun] = /^count of (\S.*)$/.exec(text) ?? [];
  return noun === undefined ? amount(text) : { kind: "count", noun };
}

function perUnit([, above = "", size = "1", noun = ""]: RegExpExecArray): Unit | undefined {
  const of = unitOfNoWhole(above);
  const isSafe = Number.isSafeInteger(Number(size));
  return isSafe && (of?.kind === "amount" || of?.kind === "count")
    ? { kind: "per", of, size: Number(size), noun }
    : undefined;
}

function amount(text: string): Amount | undefined {
  const [, currency, scale = ""] = /^([A-Z]{3})(?: ([a-z]+))?$/.exec(text) ?? [];
  const known = SCALES.find((each) => each === scale);
  return currency === undefined || known === undefined ? undefined : { kind: "amount", currency, scale: known };
}

/** Words that could be the name of a figure stand in quotation marks, as the data writes them. */
function wholeText(of: Whole): string {
  if ("figure" in of) return of.figure;
  return /^[a-z][a-z0-9_.]*$/.test(of.words) ? `'${of.words}'` : of.words;
}

/** Whether all numbers of a unit say how much something changed. */
export const isOfChange = ({ kind }: Unit): boolean => kind === "points" || kind === "change";

/** Whether values of two units may be added, subtracted or compared. */
export const sameUnit = (a: Unit, b: Unit): boolean => unitText(a) === unitText(b);
