import type { Block, Section } from "../model/doc.ts";
import type { Inline } from "../model/inline.ts";
import type { ChangedSentence, EditionEntry, WhatChanged } from "../model/edition.ts";
import { EDITION_LABELS } from "../model/edition-labels.ts";
import type { Language } from "../model/language.ts";
import { chartBlocks, type ChartsTold } from "./chart-blocks.ts";
import type { Definition } from "./inlines.ts";
import { numberLines, wordLines, type Telling } from "./numbers.ts";
import { markedWords, type Marked } from "./wordings.ts";

/** What an edition tells of itself: what it changed, and the list of editions, the newest first. */
export interface Told extends ChartsTold {
  readonly changed: WhatChanged;
  readonly editions: readonly EditionEntry[];
  /** Whether the brief has a block that bears this id. */
  readonly hasBlock: (id: string) => boolean;
}

/** "Editions and changes", as a section of the brief: page and PDF draw it as they draw any other. */
export function changesSection(told: Told, telling: Telling): Section | undefined {
  const { furniture, language } = telling;
  const { labels } = language;
  const { changes, sentences, charts } = told.changed;
  const sections = [
    ...furniture.section(2, labels.changedWords, furniture.definitions(wordLines(changes, telling)), "words"),
    ...furniture.section(2, labels.changedFigures, furniture.definitions(numberLines(changes, telling)), "figures"),
    ...furniture.section(
      2,
      labels.changedSentences,
      furniture.definitions(sentenceLines(sentences, told, telling)),
      "sentences",
    ),
    ...furniture.section(2, labels.changedCharts, chartBlocks(charts, told, telling), "charts"),
  ];
  const every = furniture.paragraph(
    furniture.text(`${labels.allChanges}: `),
    furniture.file("changes.md"),
    furniture.text(", "),
    furniture.file("changes.json"),
  );
  const since = furniture.paragraph({
    kind: "strong",
    children: [furniture.text(labels.changedSince.replace("{date}", told.since))],
    place: furniture.place,
  });
  const nothing = sections.length === 0 ? [furniture.paragraph(furniture.text(labels.unchanged))] : [];
  const list = furniture.section(2, labels.allEditions, [editionList(told.editions, telling)], "all");
  return furniture.section(1, labels.editions, [since, ...nothing, ...sections, every, ...list], "editions")[0];
}

/** What was said and what is said instead, with the words that differ; one entry for each part of the brief. */
function sentenceLines(all: readonly ChangedSentence[], told: Told, telling: Telling): readonly Definition[] {
  return runs(all).map(([sentence, further]) => ({
    term: [spot(sentence, told, telling)],
    description: sentenceInlines(sentence, further, telling),
  }));
}

/** Each sentence with the number of those after it that are new as well, and stand in the same part: they are told as one. */
function runs(all: readonly ChangedSentence[]): readonly (readonly [ChangedSentence, number])[] {
  const told: [ChangedSentence, number][] = [];
  for (const sentence of all) {
    const last = told.at(-1);
    const goesOn =
      last !== undefined && isNewProse(last[0]) && isNewProse(sentence) && last[0].block === sentence.block;
    if (goesOn) last[1] += 1;
    else told.push([sentence, 0]);
  }
  return told;
}

/** In a table or chart each text is of something else. */
const isNewProse = ({ old, block }: ChangedSentence): boolean => old === undefined && !/^(?:table|chart)-/.test(block);

function spot({ block, where }: ChangedSentence, told: Told, { furniture }: Telling): Inline {
  return told.hasBlock(block) ? furniture.to(block, where) : furniture.text(where);
}

function sentenceInlines(
  { old, new: now }: ChangedSentence,
  further: number,
  { furniture, language }: Telling,
): readonly Inline[] {
  const { labels } = language;
  const [before, after] = [furniture.text(`${labels.before}: `), furniture.text(`${labels.now}: `)];
  if (old === undefined) {
    const more = further === 0 ? "" : ` (${labels.furtherSentences.replace("{number}", String(further))})`;
    return [after, furniture.text(shortened(now ?? "") + more)];
  }
  if (now === undefined) return [before, furniture.marked("deleted", furniture.text(old))];
  const marked = markedWords(old, now);
  const inlines = (parts: readonly Marked[], kind: "deleted" | "inserted"): readonly Inline[] =>
    parts.flatMap(({ text, differs, space }, i) => [
      differs
        ? furniture.marked(kind, furniture.text(text))
        : furniture.text(elided(text, i > 0, i < parts.length - 1)),
      ...(space === "" ? [] : [furniture.text(space)]),
    ]);
  return [before, ...inlines(marked.old, "deleted"), furniture.line(), after, ...inlines(marked.new, "inserted")];
}

/** So many words beside one that differs tell where it stands. */
const BESIDE = 5;

/** What two wordings have in common, cut to the words beside those that differ before and after it. */
function elided(text: string, before: boolean, after: boolean): string {
  const words = text.split(" ");
  const [start, end] = [before ? BESIDE : 0, after ? BESIDE : 0];
  if (words.length <= start + end + 2) return text;
  return [...words.slice(0, start), "…", ...words.slice(words.length - end)].join(" ");
}

/** A sentence that is new stands in the text: its beginning is enough to find it by. */
const BEGINNING = 9;

function shortened(sentence: string): string {
  const words = sentence.split(" ");
  return words.length <= BEGINNING + 3 ? sentence : `${words.slice(0, BEGINNING).join(" ")} …`;
}

function editionList(editions: readonly EditionEntry[], { furniture, language }: Telling): Block {
  const items = editions.map((edition, i) => [
    furniture.paragraph(...editionInlines(edition, i === 0, language, furniture)),
  ]);
  return { kind: "list", id: furniture.id(), ordered: false, items, place: furniture.place };
}

function editionInlines(
  { dateText, kind, reason, href }: EditionEntry,
  own: boolean,
  { labels }: Language,
  furniture: Telling["furniture"],
): readonly Inline[] {
  const date: Inline =
    href === undefined
      ? furniture.text(dateText)
      : { kind: "link", href, children: [furniture.text(dateText)], place: furniture.place };
  const said = reason === "" ? "" : `: ${reason}`;
  return [date, furniture.text(`, ${labels[EDITION_LABELS[kind]]}${own ? ` (${labels.thisEdition})` : ""}${said}`)];
}
