import type { Settings } from "../model/brief.ts";
import type { Doc } from "../model/doc.ts";
import { plainText } from "../model/inline.ts";
import type { Name } from "../model/source.ts";

/** The brief as a reference of other people's work: BibTeX, RIS and CSL-JSON. */
export function citationFiles(doc: Doc, settings: Settings): ReadonlyMap<string, string> {
  const title = plainText(doc.cover.title).replaceAll("\u00A0", " ");
  const subtitle = plainText(doc.cover.subtitle).replaceAll("\u00A0", " ");
  const whole = subtitle === "" ? title : `${title}: ${subtitle}`;
  return new Map([
    ["citation.bib", bibtex(whole, doc, settings)],
    ["citation.ris", ris(whole, doc, settings)],
    ["citation.json", `${JSON.stringify([cslItem(whole, doc, settings)], null, 2)}\n`],
  ]);
}

const familyFirst = (name: Name): string => name.literal ?? [name.family, name.given].filter(Boolean).join(", ");

/** BibTeX reads braces and a few signs as commands; an institution's name is braced so that it is not taken apart. */
const braced = (text: string): string => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, String.raw`\$&`);

function bibtex(title: string, doc: Doc, settings: Settings): string {
  const [year = "", month = ""] = settings.edition.date.split("-");
  const authors = settings.authors.map((name) =>
    name.literal === undefined ? braced(familyFirst(name)) : `{${braced(name.literal)}}`,
  );
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", authors.join(" and ")],
    ["title", `{${braced(title)}}`],
    ["institution", braced(settings.institution)],
    ["type", settings.series && braced(settings.series)],
    ["number", settings.number && braced(settings.number)],
    ["year", year],
    ["month", String(Number(month))],
    ["note", `Edition ${settings.edition.id}`],
  ];
  const lines = fields.flatMap(([key, value]) =>
    value === undefined || value === "" ? [] : [`  ${key} = {${value}},`],
  );
  return [`@techreport{${doc.brief.replace("/", "-")}-${year},`, ...lines, "}", ""].join("\n");
}

function ris(title: string, doc: Doc, settings: Settings): string {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["TY", "RPRT"],
    ...settings.authors.map((name) => ["AU", familyFirst(name)] as const),
    ["TI", title],
    ["T2", settings.series],
    ["SN", settings.number],
    ["PB", settings.institution],
    ["PY", settings.edition.date.slice(0, 4)],
    ["DA", settings.edition.date.replaceAll("-", "/")],
    ["ET", settings.edition.id],
    ["LA", doc.language],
    ...settings.keywords.map((keyword) => ["KW", keyword] as const),
    ["AB", doc.abstract],
  ];
  const body = lines.flatMap(([tag, value]) => (value === undefined || value === "" ? [] : [`${tag}  - ${value}\n`]));
  return `${body.join("")}ER  - \n`;
}

function cslItem(title: string, doc: Doc, settings: Settings): Readonly<Record<string, unknown>> {
  return {
    id: doc.brief,
    type: "report",
    title,
    author: settings.authors,
    publisher: settings.institution,
    ...(settings.series === undefined ? {} : { "collection-title": settings.series }),
    ...(settings.number === undefined ? {} : { number: settings.number }),
    issued: { "date-parts": [settings.edition.date.split("-").map(Number)] },
    version: settings.edition.id,
    language: doc.language,
    abstract: doc.abstract,
  };
}
