import type { Rendered } from "../model/brief.ts";
import type { EditionEntry } from "../model/edition.ts";
import { changeTexts } from "../model/edition-labels.ts";
import { plainText } from "../model/doc.ts";

/** What an edition changed, for people and for programs: changes.md and changes.json; nothing for a first edition. */
export function changesFiles({ doc, language }: Pick<Rendered, "doc" | "language">): ReadonlyMap<string, string> {
  const [own, before] = doc.editions;
  if (own === undefined || before === undefined) return new Map();
  const facts = {
    schema: 1,
    brief: doc.brief,
    edition: own.id,
    before: before.id,
    kind: own.kind,
    reason: own.reason,
    substantial: own.substantial,
    changes: own.changes,
    sentences: own.sentences,
    charts: own.charts,
  };
  const title = `${plainText(doc.cover.title)}: ${before.dateText} → ${own.dateText}`;
  return new Map([
    ["changes.json", `${JSON.stringify(facts, null, 2)}\n`],
    ["changes.md", markdown({ title, notice: doc.notice?.text }, own, language)],
  ]);
}

interface Head {
  readonly title: string;
  readonly notice: string | undefined;
}

function markdown({ title, notice }: Head, own: EditionEntry, language: Rendered["language"]): string {
  const { labels } = language;
  const section = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`## ${heading}`, lines.join("\n")];
  const figures = own.changes.map((change) => {
    const { became, was, is, by } = changeTexts(change, language);
    const values = [was, is].filter((text) => text !== "").map(escaped);
    return `- \`${change.figure}\`, ${became}: ${values.join(" → ")}${escaped(by)}`;
  });
  const sentences = own.sentences.map(({ old, new: now }) =>
    [
      `- ${old === undefined ? `*${labels.nothingBefore}*` : escaped(old)}`,
      `  → ${now === undefined ? `*${labels.nothingAfter}*` : escaped(now)}`,
    ].join("\n"),
  );
  const charts = own.charts.map(({ chart, before: was, now }) => {
    const [old, drawn] = [was, now].map((file, index) =>
      file === undefined ? "" : `![${chart}, ${index === 0 ? labels.drawnBefore : labels.drawnNow}](${file})`,
    );
    return `- \`${chart}\`: ${[old, drawn].filter((each) => each !== "").join(" ")}`;
  });
  const parts = [
    `# ${escaped(title)}`,
    escaped(own.reason),
    ...(notice === undefined ? [] : [`**${escaped(notice)}**`]),
    ...section(labels.whatChanged, figures),
    ...section(labels.sentencesDiffer, sentences),
    ...section(labels.chartsDiffer, charts),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Text whose signs Markdown and HTML do not read as their own. */
const escaped = (text: string): string => text.replaceAll(/[\\*_`<>[\]|#&]/g, "\\$&").replaceAll("\n", " ");
