import { diffLedgers } from "../ledger/diff.ts";
import { differingText } from "./change-text.ts";
import type { ChangedChart, ChangedSentence, EditionChange, EditionEntry, WhatChanged } from "../model/edition.ts";
import { EDITION_LABELS } from "../model/edition-labels.ts";
import type { Ledger } from "../model/figure.ts";
import type { Language } from "../model/language.ts";

/** What the files that tell what changed are made of. */
export interface ChangeFacts {
  readonly title: string;
  readonly edition: EditionEntry;
  readonly since: EditionEntry;
  readonly substantial: boolean;
  readonly changed: WhatChanged;
  readonly old: Ledger;
  readonly now: Ledger;
}

/** changes.json: what is told to readers, and under `figures` all that differs between the two ledgers. */
export function changesJson({ edition, since, substantial, changed, old, now }: ChangeFacts): string {
  const { moved, of, figures } = diffLedgers(old, now);
  const { id, kind, reason } = edition;
  const { changes, sentences, charts } = changed;
  const told = { brief: now.brief, edition: id, since: since.id, kind, reason, substantial, moved, of };
  return `${JSON.stringify({ schema: 1, ...told, changes, sentences, charts, figures }, null, 2)}\n`;
}

/** changes.md: what changed, for whoever reads Markdown. */
export function changesMarkdown({ title, edition, since, changed }: ChangeFacts, { labels }: Language): string {
  const { changes, sentences, charts } = changed;
  const flips = changes.filter(({ change }) => change === "flipped");
  const numbers = changes.filter(({ change }) => change !== "flipped");
  const reason = edition.reason === "" ? "" : `: ${edition.reason}`;
  const isNothing = changes.length + sentences.length + charts.length === 0;
  const parts = [
    `# ${plain(title)}`,
    `**${plain(labels.changedSince.replace("{date}", since.dateText))}**`,
    plain(`${edition.dateText}, ${labels[EDITION_LABELS[edition.kind]]}${reason}`),
    ...(isNothing ? [plain(labels.unchanged)] : []),
    ...part(labels.changedWords, flips.map((each) => `- ${plain(each.name)}: ${sides(each, labels)}`).join("\n")),
    ...part(labels.changedFigures, numberTable(numbers, labels)),
    ...part(
      labels.changedSentences,
      sentences.map((each, i) => sentenceText(each, isOneSpot(sentences[i - 1], each), labels)).join("\n"),
    ),
    ...part(labels.changedCharts, chartTable(charts, labels)),
  ];
  return `${parts.join("\n\n")}\n`;
}

type Labels = Language["labels"];

const part = (heading: string, text: string): readonly string[] => (text === "" ? [] : [`## ${heading}`, text]);

/** Text without what Markdown or HTML would read as its own. */
const plain = (text: string): string => text.replaceAll(/[\\|*_`<>[\]~#]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");

const sides = ({ old = "", new: now }: Pick<EditionChange, "old" | "new">, labels: Labels): string =>
  `~~${plain(old)}~~ → ${now === undefined ? plain(labels.unsaid) : `**${plain(now)}**`}`;

function numberTable(numbers: readonly EditionChange[], labels: Labels): string {
  if (numbers.length === 0) return "";
  const rows = numbers.map(({ name, change, old, new: now, by, definition }) => {
    const defined = (definition ?? []).map((each) => differingText(each, labels));
    const way = change === "shown-differently" && defined.length > 0 ? [] : [labels[change as "new"]];
    const what = [...(by === undefined ? [] : [by]), ...(change === "revised" ? [] : way), ...defined].join("; ");
    return `| ${[name, old ?? "", now ?? "", what].map(plain).join(" | ")} |`;
  });
  return [`| | ${labels.before} | ${labels.now} | |`, "|---|---|---|---|", ...rows].join("\n");
}

const isOneSpot = (one: ChangedSentence | undefined, other: ChangedSentence): boolean =>
  one?.block === other.block && one.where === other.where;

function sentenceText({ where, old, new: now }: ChangedSentence, goesOn: boolean, labels: Labels): string {
  const lines = [
    ...(old === undefined ? [] : [`  - ${labels.before}: ${plain(old)}`]),
    ...(now === undefined ? [] : [`  - ${labels.now}: ${plain(now)}`]),
  ];
  return [...(goesOn ? [] : [`- ${plain(where)}`]), ...lines].join("\n");
}

/** The drawings side by side. */
function chartTable(charts: readonly ChangedChart[], labels: Labels): string {
  if (charts.length === 0) return "";
  const picture = (title: string, path: string | undefined): string =>
    path === undefined ? "" : `![${plain(title)}](${path})`;
  const rows = charts.map(
    ({ title, old, new: now }) => `| ${plain(title)} | ${picture(title, old)} | ${picture(title, now)} |`,
  );
  return [`| | ${labels.before} | ${labels.now} |`, "|---|---|---|", ...rows].join("\n");
}
