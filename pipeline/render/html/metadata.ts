import type { Block, Doc, Table } from "../../model/doc.ts";
import { plainText } from "../../model/inline.ts";
import type { SiteAddress } from "../../model/edition.ts";
import type { DateParts, Source } from "../../model/source.ts";
import { checkedMarkup, element, fragment, type Html } from "./element.ts";
import { pdfName, titleText } from "./front.ts";
import { harmless } from "./harmless.ts";

/** A dataset as the page's linked data names it. `csv` is its path beside the page. */
export interface DatasetWords {
  readonly name: string;
  readonly description: string;
  readonly csv: string;
  /** The time that its rows cover, ISO 8601: `2021/2022`. */
  readonly period?: string;
}

/** Where an edition stands on the web. */
export interface EditionPlace {
  readonly url: string;
  readonly picture?: string;
}

/** The address of a published edition, where the house names its site's. A draft has none, and none is made up. */
export function editionPlace({ brief, cover }: Doc, address: SiteAddress | undefined): EditionPlace | undefined {
  if (address === undefined || !cover.edition.published) return undefined;
  const { baseUrl, ...picture } = address;
  return { url: `${baseUrl}${brief}/editions/${cover.edition.id}/`, ...picture };
}

/** Title, description and citation tags, and the linked data: what search engines and reference managers read. */
export function metadataHtml(doc: Doc, data: string, place?: EditionPlace): Html {
  const { cover } = doc;
  const named = (name: string, content: string): Html => element("meta", { name, content });
  const property = (name: string, content: string): Html => element("meta", { property: name, content });
  return fragment(
    named("description", doc.abstract),
    cover.keywords.length > 0 ? named("keywords", cover.keywords.join(", ")) : undefined,
    cover.authors.map((author) => named("author", author)),
    property("og:title", titleText(doc)),
    property("og:type", "article"),
    property("og:description", doc.abstract),
    property("og:site_name", cover.institution),
    property("og:locale", doc.language.replace("-", "_")),
    place && property("og:url", place.url),
    place?.picture === undefined ? undefined : property("og:image", place.picture),
    named("citation_title", titleText(doc)),
    cover.authors.map((author) => named("citation_author", author)),
    named("citation_publication_date", cover.edition.date.replaceAll("-", "/")),
    named("citation_technical_report_institution", cover.institution),
    cover.number === undefined ? undefined : named("citation_technical_report_number", cover.number),
    named("citation_language", doc.language),
    place && named("citation_pdf_url", place.url + pdfName(doc)),
    doc.sources.map((source) => named("citation_reference", reference(source))),
    place && element("link", { rel: "canonical", href: place.url }),
    element("link", { rel: "alternate", type: "application/pdf", href: pdfName(doc), title: "PDF" }),
    checkedMarkup(`<script type="application/ld+json">${data}</script>\n`),
  );
}

/** A source as indexes of scholarship find it: what it is, by whom, when and where. The linked data have its address. */
function reference(source: Source): string {
  const { title, author = [], issued, DOI } = source;
  const authors = author.map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(" "));
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["title", title],
    ...authors.map((name) => ["author", name] as const),
    ["publication_date", issued?.join("/")],
    ["journal_title", source["container-title"]],
    ["doi", DOI],
  ];
  return fields
    .flatMap(([name, value]) => (value === undefined ? [] : [`citation_${name}=${value.replaceAll(";", ",")}`]))
    .join("; ");
}

/** The JSON-LD of a data block, which no browser runs. `<` is written so that the block can't be ended from inside. */
export function linkedData(doc: Doc, datasets: readonly DatasetWords[], place?: EditionPlace): string {
  const graph = [report(doc, place), ...datasets.map((dataset) => datasetData(doc, dataset, place))];
  const json = JSON.stringify({ "@context": "https://schema.org", "@graph": graph });
  return harmless(json).replaceAll("<", "\\u003c");
}

function report(doc: Doc, place?: EditionPlace): object {
  const { cover } = doc;
  const publisher = { "@type": "Organization", name: cover.institution };
  return {
    "@type": "Report",
    headline: titleText(doc),
    ...(place === undefined ? {} : { url: place.url }),
    ...(place?.picture === undefined ? {} : { image: place.picture }),
    ...(cover.subtitle.length > 0 ? { alternativeHeadline: plainText(cover.subtitle) } : {}),
    abstract: doc.abstract,
    author: cover.authors.map((name) => (name === cover.institution ? publisher : { "@type": "Person", name })),
    publisher,
    datePublished: firstPublished(doc),
    dateModified: cover.edition.date,
    version: cover.edition.id,
    ...(cover.edition.kind === "withdrawal" ? { creativeWorkStatus: "Withdrawn" } : {}),
    inLanguage: doc.language,
    ...(cover.number === undefined ? {} : { reportNumber: cover.number }),
    ...(cover.series === undefined ? {} : { isPartOf: { "@type": "CreativeWorkSeries", name: cover.series } }),
    ...(cover.licence === undefined ? {} : { license: cover.licence }),
    keywords: cover.keywords,
    encoding: { "@type": "MediaObject", encodingFormat: "application/pdf", contentUrl: at(pdfName(doc), place) },
    accessibilityFeature: ["alternativeText", "structuralNavigation", "tableOfContents", "displayTransformability"],
    citation: doc.sources.map(cited),
    ...correctionsOf(doc),
  };
}

/** A file of the brief's folder: by its whole address where there is one, else from the page. */
const at = (file: string, place: EditionPlace | undefined): string => `${place?.url ?? ""}${file}`;

/** The day of the first edition; every later one is a modification (schema.org, datePublished and dateModified). */
const firstPublished = ({ cover, editions }: Doc): string =>
  [cover.edition.date, ...editions.map(({ date }) => date)].reduce((first, date) => (date < first ? date : first));

/** The corrections and withdrawals among a brief's editions: what a reader of an earlier one must hear of. */
function correctionsOf({ editions }: Doc): object {
  const corrections = editions.filter(({ kind }) => kind === "correction" || kind === "withdrawal");
  if (corrections.length === 0) return {};
  return {
    correction: corrections.map(({ date, reason }) => ({
      "@type": "CorrectionComment",
      datePublished: date,
      text: reason,
    })),
  };
}

/** A source in a line, as schema.org takes citations: who, what, when, where it is found. */
function cited({ author = [], title, issued, DOI, URL }: Source): string {
  const names = author.map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(" "));
  const found = DOI === undefined ? URL : `https://doi.org/${DOI}`;
  return [...names, title, issued && isoDate(issued), found].filter((part) => part !== undefined).join(", ");
}

const isoDate = ([year, ...rest]: DateParts): string =>
  [String(year), ...rest.map((part) => String(part).padStart(2, "0"))].join("-");

function datasetData({ body, cover }: Doc, dataset: DatasetWords, place?: EditionPlace): object {
  const columns =
    tablesOf(body)
      .find((table) => table.csv === dataset.csv)
      ?.headers.at(-1) ?? [];
  const measured = columns.map((cell) => plainText(cell.inlines)).filter((words) => words !== "");
  return {
    "@type": "Dataset",
    name: dataset.name,
    description: describedBy(dataset.description, measured),
    creator: { "@type": "Organization", name: cover.institution },
    ...(dataset.period === undefined ? {} : { temporalCoverage: dataset.period }),
    ...(measured.length > 0 ? { variableMeasured: measured } : {}),
    distribution: { "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: at(dataset.csv, place) },
  };
}

/** Dataset searches pass over descriptions of less than fifty characters: those are led on by the columns. */
const describedBy = (description: string, columns: readonly string[]): string =>
  description.length >= 50 || columns.length === 0 ? description : `${description}: ${columns.join("; ")}`;

function tablesOf(blocks: readonly Block[]): readonly Table[] {
  return blocks.flatMap((block) => {
    if (block.kind === "table") return [block];
    return block.kind === "section" || block.kind === "callout" ? tablesOf(block.blocks) : [];
  });
}
