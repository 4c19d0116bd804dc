import { plainText } from "../../../model/inline.ts";
import type { Label } from "../../../model/language.ts";
import type { EditionKind } from "../../../model/edition.ts";
import { rule, type Content } from "./content.ts";
import { runs, words } from "./inlines.ts";
import type { Setting } from "../setting.ts";

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
  const line: Content[] =
    series === "" ? [] : [{ kind: "text", text: [words(series)], style: "series", margin: [0, 8, 0, 0] }];
  const subtitle: Content[] =
    cover.subtitle.length === 0
      ? []
      : [{ kind: "text", text: runs(cover.subtitle, setting), style: "subtitle", margin: [0, 4, 0, 0] }];
  const names = [...cover.authors, ...(cover.authors.includes(cover.institution) ? [] : [cover.institution])];
  const state = cover.edition.published ? labels.published : labels.draft;
  const edition = `${state} ${cover.edition.dateText}`;
  return [
    rule(page.full, 2.4, palette.accent),
    ...line,
    {
      kind: "text",
      text: runs(cover.title, setting),
      style: "title",
      margin: [0, theme.type.title * 0.75, 0, 0],
      id: setting.anchors("page_title"),
      bookmark: { title: plainText(cover.title), parent: undefined },
    },
    ...subtitle,
    {
      kind: "text",
      text: [words(names.join(", "), { bold: true, color: palette.ink })],
      style: "imprint",
      margin: [0, theme.type.title * 0.6, 0, 0],
    },
    { kind: "text", text: [words(`${edition} · ${labels[KINDS[cover.edition.kind]]}`)], style: "imprint" },
    ...citationContent(setting),
    rule(page.full, 0.5, palette.line, [0, theme.type.title * 0.6, 0, 0]),
  ];
}

/** How to cite the brief, with its licence and keywords. */
function citationContent({ doc, language }: Setting): Content[] {
  const { citation, licence, keywords } = doc.cover;
  const { labels } = language;
  const line = (label: string, text: string, above: number): Content => ({
    kind: "text",
    text: [words(`${label}: `, { bold: true }), words(text)],
    style: "imprint",
    margin: [0, above, 0, 0],
  });
  return [
    line(labels.howToCite, citation, 8),
    ...(licence === undefined ? [] : [line(labels.licence, licence, 0)]),
    ...(keywords.length === 0 ? [] : [line(labels.keywords, keywords.join(", "), 0)]),
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

/** What stands at the head of a page; on the first, which has the cover, only where the theme says so. */
export function runningHead(number: number, setting: Setting): Content | undefined {
  const { doc, page, palette, theme } = setting;
  if (number === 1 && !theme.paper.firstHead) return undefined;
  const series = page.full * 0.4;
  const gap = 12;
  return {
    kind: "stack",
    stack: [
      {
        kind: "columns",
        keep: "together",
        columns: [
          {
            width: page.full - series - gap,
            content: running(plainText(doc.cover.title), page.full - series - gap, setting),
          },
          { width: series, content: running(seriesText(setting), series, setting, "right") },
        ],
        gap,
      },
      rule(page.full, 0.5, palette.line, [0, 3, 0, 0]),
    ],
  };
}

/** "2 of 7", at the foot of every page, on the first where the theme says so. */
export function runningFoot(number: number, pages: number, setting: Setting): Content | undefined {
  const { language, page, doc, theme } = setting;
  if (number === 1 && !theme.paper.firstFoot) return undefined;
  const label = language.labels.pageOf.replace("{page}", String(number)).replace("{pages}", String(pages));
  const width = 80;
  return {
    kind: "columns",
    keep: "together",
    columns: [
      { width: page.full - width, content: running(doc.cover.institution, page.full - width, setting) },
      { width, content: running(label, width, setting, "right") },
    ],
    gap: 0,
  };
}

/** A line of a running head or foot; one that is too long ends early, with an ellipsis: it stands on the cover whole. */
function running(text: string, width: number, setting: Setting, alignment: "left" | "right" = "left"): Content {
  return { kind: "text", text: [words(shortened(text, width, setting))], style: "running", alignment };
}

function shortened(text: string, width: number, { theme, typefaces }: Setting): string {
  const face = { family: theme.type.sans, weight: 400, italic: false } as const;
  const fits = (each: string): boolean => typefaces.width(face, each, theme.type.note - 0.5) <= width;
  if (fits(text)) return text;
  let kept = [...text];
  while (kept.length > 0 && !fits(`${kept.join("").trimEnd()}…`)) kept = kept.slice(0, -1);
  // At the end of a word, where there is one.
  return `${kept.join("").replace(/ \S*$/u, "").trimEnd()}…`;
}
