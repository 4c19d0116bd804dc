import type { Composed, Rendered } from "../model/brief.ts";
import type { Stage } from "../model/stage.ts";
import { openTypefaces } from "../type/typefaces.ts";
import { renderHtml } from "./html/html.ts";
import { renderPdf } from "./pdf/pdf.ts";

/** Draws the Doc twice: as a page and as a PDF, which know nothing of each other. */
export const render: Stage<Composed, Rendered> = async (brief, host) => {
  const { doc, drawings, theme, language, house } = brief;
  const typefaces = await openTypefaces(host);
  const both = { doc, drawings, theme, language, typefaces };
  const datasets = [...brief.template.tables.values()].flatMap((table) => {
    const dataset = brief.datasets.get(table.rows);
    return dataset ? [{ name: dataset.title, description: table.caption.text, csv: `tables/${table.id}.csv` }] : [];
  });
  const page = await renderHtml({ ...both, house, datasets, sha256Base64: (bytes) => host.sha256Base64(bytes) });
  if (page.value === undefined) return { problems: page.problems };
  const files = new Map<string, Uint8Array>([
    ["index.html", new TextEncoder().encode(page.value)],
    [`${brief.id}.pdf`, await renderPdf(both)],
  ]);
  return { value: { ...brief, files }, problems: page.problems };
};
