import { plainText } from "../../model/doc.ts";
import type { Label } from "../../model/language.ts";
import type { EditionKind } from "../../model/edition.ts";
import { rule, type Content } from "./content.ts";
import { runs, words } from "./inlines.ts";
import type { Setting } from "./setting.ts";

const KINDS: Readonly<Record<EditionKind, Label>> = {
  first: "editionFirst",
  revision: "editionRevision",
  correction: "editionCorrection",
  withdrawal: "editionWithdrawal",
};

/** The head of page 1: series and number, title, subtitle, who wrote it and when. The text goes on below. */
export function coverContent(setting: Setting): Content[] {
  const { doc, language, page, palette, theme } = setting;
  const { cover } = doc;
  const { labels } = language;
  const series = seriesText(setting);
  const line: Content[] = series === "" ? [] : [{ text: [words(series)], style: "series", margin: [0, 8, 0, 0] }];
  const subtitle: Content[] =
    cover.subtitle.length === 0
      ? []
      : [{ text: runs(cover.subtitle, setting), style: "subtitle", margin: [0, 4, 0, 0] }];
  const names = [...cover.authors, ...(cover.authors.includes(cover.institution) ? [] : [cover.institution])];
  const edition = `${labels.published} ${cover.edition.dateText}`;
  return [
    rule(page.full, 2.4, palette.accent),
    ...line,
    { text: runs(cover.title, setting), style: "title", margin: [0, theme.type.title * 0.75, 0, 0] },
    ...subtitle,
    {
      text: [words(names.join(", "), { bold: true, color: palette.ink })],
      style: "imprint",
      margin: [0, theme.type.title * 0.6, 0, 0],
    },
    { text: [words(`${edition} · ${labels[KINDS[cover.edition.kind]]}`)], style: "imprint" },
    rule(page.full, 0.5, palette.line, [0, theme.type.title * 0.6, 0, 0]),
  ];
}

/** "Series · No. 1", as far as the brief has them. */
function seriesText({ doc, language }: Setting): string {
  const { series, number } = doc.cover;
  return [
    ...(series === undefined ? [] : [series]),
    ...(number === undefined ? [] : [`${language.labels.number}\u00a0${number}`]),
  ].join(" · ");
}

/** What stands at the head of every page but the first, which has the cover. */
export function runningHead(setting: Setting): (page: number) => Content | null {
  const { doc, page, palette } = setting;
  const [left, top] = page.margins;
  return (number) =>
    number === 1
      ? null
      : {
          stack: [
            {
              columns: [
                { text: [words(plainText(doc.cover.title))], style: "running", width: "*" },
                { text: [words(seriesText(setting))], style: "running", alignment: "right", width: page.full * 0.4 },
              ],
              columnGap: 12,
            },
            rule(page.full, 0.5, palette.line, [0, 3, 0, 0]),
          ],
          margin: [left, top * 0.5, page.margins[2], 0],
        };
}

/** "2 of 7", at the foot of every page. */
export function pageNumber(setting: Setting): (page: number, pages: number) => Content {
  const { language, page } = setting;
  const [left, , right, bottom] = page.margins;
  return (number, pages) => ({
    columns: [
      { text: [words(setting.doc.cover.institution)], style: "running", width: "*" },
      {
        text: [words(language.labels.pageOf.replace("{page}", String(number)).replace("{pages}", String(pages)))],
        style: "running",
        alignment: "right",
        width: 80,
      },
    ],
    margin: [left, bottom * 0.4, right, 0],
  });
}
