import type { Block, Doc } from "../../model/doc.ts";
import { label, type Context } from "./context.ts";
import { element, fragment, type Html } from "./element.ts";
import { pdfName } from "./front.ts";
import { headingHtml } from "./heading.ts";

interface File {
  readonly href: string;
  readonly words: string;
}

/** How to cite the brief, in words and in the formats of reference managers. */
export function citeHtml({ cover }: Doc, context: Context): Html {
  const formats: readonly File[] = [
    { href: "citation.bib", words: "BibTeX" },
    { href: "citation.ris", words: "RIS" },
    { href: "citation.json", words: "CSL-JSON" },
  ];
  const licence =
    cover.licence === undefined ? undefined : element("p", {}, `${label(context, "licence")}: ${cover.licence}`);
  return element(
    "section",
    { class: "cite", id: "page_cite" },
    headingHtml(2, "page_cite", fragment(label(context, "howToCite"))),
    element("p", {}, cover.citation),
    filesHtml(formats),
    licence,
  );
}

/** Everything that the brief's folder holds beside the page. */
export function downloadsHtml(doc: Doc, context: Context): Html {
  const files = [
    { href: pdfName(doc), words: label(context, "downloadPdf") },
    ...exhibitFiles(doc.body, context),
    { href: "figures.json", words: label(context, "downloadLedger") },
  ];
  return element(
    "div",
    { class: "downloads" },
    element("h2", { id: "page_downloads" }, label(context, "downloads")),
    filesHtml(files),
  );
}

const filesHtml = (files: readonly File[]): Html =>
  element(
    "ul",
    { class: "files" },
    files.map(({ href, words }) => element("li", {}, element("a", { href, download: true }, words))),
  );

function exhibitFiles(blocks: readonly Block[], context: Context): readonly File[] {
  return blocks.flatMap((block): readonly File[] => {
    switch (block.kind) {
      case "section":
      case "quote":
      case "language":
      case "callout":
        return exhibitFiles(block.blocks, context);
      case "list":
        return exhibitFiles(block.items.flat(), context);
      case "table":
        return [
          { href: block.csv, words: `${label(context, "table")} ${block.number}, ${label(context, "downloadCsv")}` },
        ];
      case "chart":
        return [
          { href: block.svg, words: `${label(context, "chart")} ${block.number}, ${label(context, "downloadSvg")}` },
          // The rows of a chart that shows those of a table are the table's file.
          ...(block.csv.startsWith("charts/")
            ? [
                {
                  href: block.csv,
                  words: `${label(context, "chart")} ${block.number}, ${label(context, "downloadCsv")}`,
                },
              ]
            : []),
        ];
      case "paragraph":
      case "definitions":
      case "keyFigures":
      case "redrawn":
        return [];
    }
  });
}
