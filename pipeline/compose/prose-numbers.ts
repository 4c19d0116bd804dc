import type { Loaded } from "../model/brief.ts";

/** What may stand in prose although it is a number: dates that the data or brief.yaml name, and listed names. */
export interface Exemptions {
  readonly dates: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly months: readonly string[];
  readonly quantities: readonly string[];
  readonly scales: readonly string[];
}

/** Gathers what is exempt in one brief: `dates` and `names` of brief.yaml, dates of sources, periods of figures. */
export function exemptionsOf(brief: Loaded): Exemptions {
  const dates = new Set<string>();
  const allow = (text: string): void => {
    const parts = text.split("-");
    parts.forEach((_, index) => dates.add(parts.slice(0, index + 1).join("-")));
  };
  brief.settings.dates.forEach(allow);
  allow(brief.settings.edition.date);
  for (const source of brief.sources.values()) {
    if (source.issued) allow(source.issued.map((part) => String(part).padStart(2, "0")).join("-"));
  }
  for (const figure of brief.given.values()) if (figure.period !== undefined) allow(figure.period);
  const { months, quantities, scales } = brief.language;
  return { dates, names: brief.settings.names, months, quantities, scales: Object.values(scales) };
}

/** A number in prose that is bound to nothing. */
export interface Loose {
  readonly text: string;
  readonly at: number;
  readonly kind: "number" | "word" | "date";
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const anyOf = (words: readonly string[]): string => words.map(escape).join("|");
const blank = (text: string): string => " ".repeat(text.length);

/** Finds numbers, number words and unlisted dates in a stretch of prose. */
export function looseNumbers(prose: string, exempt: Exemptions): readonly Loose[] {
  let rest = prose;
  for (const name of exempt.names) rest = rest.replaceAll(name, blank);
  // "CNY million" is a unit: it says how to read numbers, and is none.
  rest = rest.replace(new RegExp(String.raw`\b[A-Z]{3}[ \u00A0](?:${anyOf(exempt.scales)})\b`, "gu"), blank);
  const found: Loose[] = [];
  const dates = new RegExp(
    String.raw`(?:(?<day>\d{1,2})\s+)?(?<month>${anyOf(exempt.months)})\s+(?<year>\d{4})\b|\b(?<alone>(?:1[5-9]|20)\d\d)\b`,
    "gu",
  );
  rest = rest.replace(dates, (text, ...more) => {
    const groups = more.at(-1) as Readonly<Record<string, string | undefined>>;
    const at = more.at(-3) as number;
    if (!exempt.dates.has(isoOf(groups, exempt.months))) found.push({ text, at, kind: "date" });
    return blank(text);
  });
  for (const match of rest.matchAll(/[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*(?:[.,\u00A0\u202F]\p{N}+)*[%‰]?/gu)) {
    found.push({ text: match[0], at: match.index, kind: "number" });
  }
  const words = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${anyOf(exempt.quantities)})(?![\p{L}\p{N}])`, "giu");
  for (const match of rest.matchAll(words)) found.push({ text: match[0], at: match.index, kind: "word" });
  return found.toSorted((a, b) => a.at - b.at);
}

function isoOf(groups: Readonly<Record<string, string | undefined>>, months: readonly string[]): string {
  if (groups["alone"] !== undefined) return groups["alone"];
  const month = String(months.indexOf(groups["month"] ?? "") + 1).padStart(2, "0");
  const day = groups["day"] === undefined ? "" : `-${groups["day"].padStart(2, "0")}`;
  return `${groups["year"] ?? ""}-${month}${day}`;
}
