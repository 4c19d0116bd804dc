import type { DiscrepancyEntry, Note } from "../../../model/doc.ts";
import { heading } from "./blocks.ts";
import type { Content, Run } from "./content.ts";
import { linkPart, runs, words } from "./inlines.ts";
import type { Setting } from "../setting.ts";

/** The numbered notes by their ids, for the foot of the page of their reference; each number leads back to it. */
export const notesById = (setting: Setting): ReadonlyMap<string, Content> =>
  new Map(setting.doc.notes.map((note) => [note.id, noteContent(note, setting)]));

function noteContent(note: Note, setting: Setting): Content {
  return entry(
    { mark: String(note.number), back: note.referenceId, id: note.id, text: runs(note.inlines, setting) },
    2.5,
    setting,
  );
}

/** What does not hold in the sources, lettered, with what this brief does about it; each letter leads back. */
export function discrepanciesContent(setting: Setting): Content[] {
  const { doc, language } = setting;
  if (doc.discrepancies.length === 0) return [];
  const entries = doc.discrepancies.map((each, i) => discrepancyContent(each, i === 0 ? 4 : 2.5, setting));
  return [endHeading(language.labels.discrepancies, "page_discrepancies", setting), ...entries];
}

function discrepancyContent(discrepancy: DiscrepancyEntry, above: number, setting: Setting): Content {
  const { labels } = setting.language;
  const text = [
    words(`${labels.discrepancySays}: `, { bold: true }),
    ...runs(discrepancy.says, setting),
    words(` ${labels.discrepancyResolution}: `, { bold: true }),
    ...runs(discrepancy.resolution, setting),
    words(` ${labels.found} ${discrepancy.foundText}.`, { color: setting.palette.muted }),
  ];
  const back = `discrepancy-ref-${discrepancy.letter}`;
  return entry({ mark: discrepancy.letter, back, id: discrepancy.id, text }, above, setting);
}

const endHeading = (title: string, id: string, setting: Setting): Content => ({
  afterFloats: true,
  ...heading({
    text: [words(title)],
    title,
    id: setting.anchors(id),
    style: "heading1",
    margin: [0, setting.theme.paper.heading, 0, 0],
  }),
});

interface Entry {
  readonly mark: string;
  /** Where the mark leads. */
  readonly back: string;
  readonly id: string;
  readonly text: Run[];
}

/** A mark in the margin of its text, in the small type of notes. */
function entry(given: Entry, above: number, setting: Setting): Content {
  const { mark, back, id, text } = given;
  const { anchors, page, theme } = setting;
  const gap = theme.type.note;
  const width = theme.type.note * 2;
  // The marks hang in the margin where there is one.
  const hang = Math.min(page.indent, width + gap);
  const number: Content = {
    kind: "text",
    text: [{ text: mark, linkToDestination: anchors(back), part: linkPart(setting.language.labels.backToText) }],
    style: "noteNumber",
    id: anchors(id),
    alignment: "right",
  };
  const inset = page.indent - hang;
  return {
    kind: "columns",
    columns: [
      { width, content: number },
      { width: page.full - inset - width - gap, content: { kind: "text", text, style: "note" } },
    ],
    gap,
    tag: "Note",
    tagId: id,
    keep: "together",
    margin: [inset, above, 0, 0],
  };
}
