import { stemOf } from "../model/family.ts";
import type { Composed, Rendered } from "../model/brief.ts";
import { plainText } from "../model/inline.ts";
import { allBlocks } from "../model/doc-walk.ts";
import { byCodeUnit, type DatasetId } from "../model/id.ts";
import { onceFor } from "../model/remembered.ts";
import { plainJson } from "../model/plain-json.ts";
import type { Host, Stage } from "../model/stage.ts";
import { csvFiles } from "../model/csv-files.ts";
import { openTypefaces } from "../type/typefaces.ts";
import { renderHtml, type HtmlInput } from "./html/html.ts";
import { chartFiles } from "./chart-file.ts";
import { keptBytes, keptText } from "./kept.ts";
import { renderPdf } from "./pdf/pdf.ts";

/** Draws the Doc twice: as a page and as a PDF, which know nothing of each other; and its charts as files of their own. */
export const render: Stage<Composed, Rendered> = async (brief, host) => {
  const { doc, drawings, theme, language, house, address } = brief;
  const both = { doc, drawings, theme, language };
  const pageAlone = { house, ...(address ? { address } : {}), datasets: downloads(brief) };
  const data = csvFiles(brief);
  // What goes into both is long: it is written down once.
  const shared = host.cache && sharedHash(brief, host);
  const sha256Base64 = (bytes: Uint8Array): string => host.sha256Base64(bytes);
  const typefaces = await openTypefaces(host);
  // At once: typefaces are cut beside the program, which lays the PDF out meanwhile.
  const [page, pdf, charts] = await Promise.all([
    keptText(
      () => plainJson(["page", shared, pageAlone]),
      host,
      async () => renderHtml({ ...both, ...pageAlone, typefaces, sha256Base64 }),
    ),
    keptBytes(
      () => plainJson(["pdf", shared, data]),
      host,
      async () => renderPdf({ ...both, data, typefaces, deflate: host.deflate }),
    ),
    chartFiles(brief, typefaces),
  ]);
  const problems = [...page.problems, ...pdf.problems];
  if (page.value === undefined || pdf.value === undefined) return { problems };
  const utf8 = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    ["index.html", utf8.encode(page.value)],
    [`${stemOf(brief.id)}.pdf`, pdf.value],
    ...[...charts, ...data].map(([path, text]): [string, Uint8Array] => [path, utf8.encode(text)]),
  ]);
  return { value: { ...brief, files }, problems };
};

/** The hash of all that both drawings show. */
function sharedHash({ doc, drawings, theme, language }: Composed, { sha256 }: Pick<Host, "sha256">): string {
  const charts = [...drawings.values()].flatMap(({ print, download, wide, narrow, ...rest }) => [
    JSON.stringify(rest),
    ...[print, download, wide, narrow].map(jsonOf),
  ]);
  const text = [JSON.stringify(doc), jsonOf(theme), jsonOf(language), ...charts].join("\n");
  return sha256(new TextEncoder().encode(text));
}

/** Drawings and the house's parts are the same in the next build, if nothing of them changed. */
const jsonOf = onceFor((part: object) => JSON.stringify(part));

/** The tables as data to take away, in the words that their captions use. */
function downloads(brief: Composed): HtmlInput["datasets"] {
  return allBlocks(brief.doc).flatMap((block) => {
    const design = block.kind === "table" ? brief.template.tables.get(block.table) : undefined;
    const dataset = design && brief.datasets.get(design.rows);
    if (block.kind !== "table" || !dataset) return [];
    const period = periodOf(dataset.id, brief);
    const description = `${plainText(block.caption)}. ${dataset.title}. ${plainText(block.source)}`.replaceAll(
      "\u00A0",
      " ",
    );
    return [{ name: dataset.title, description, csv: block.csv, ...(period === undefined ? {} : { period }) }];
  });
}

/** The time that a dataset's figures are of, as ISO 8601 has it: `2018`, or `2021/2022`. */
function periodOf(dataset: DatasetId, brief: Composed): string | undefined {
  const periods = [...brief.given.values()].flatMap(({ id, period }) =>
    id.startsWith(`${dataset}.`) && period !== undefined ? [period] : [],
  );
  const sorted = [...new Set(periods)].toSorted(byCodeUnit);
  return sorted.length > 1 ? `${sorted[0]}/${sorted.at(-1)}` : sorted[0];
}
