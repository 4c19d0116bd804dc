import type { Composed } from "../model/brief.ts";
import type { Doc } from "../model/doc.ts";
import { plainText } from "../model/inline.ts";
import { allBlocks } from "../model/doc-walk.ts";
import type { ChangedSentence, EditionEntry } from "../model/edition.ts";
import { COVER, sentencesIn, type NamedData } from "../model/edition-text.ts";
import type { DatasetId } from "../model/id.ts";
import type { EditionRecord } from "../model/record.ts";
import type { Host, Stage } from "../model/stage.ts";
import { missingGlyphs } from "../type/glyphs.ts";
import { openTypefaces } from "../type/typefaces.ts";
import { changesJson, changesMarkdown } from "./change-files.ts";
import { asNowNamed, changedCharts } from "./charts.ts";
import { figureChanges } from "./changes.ts";
import { Furniture } from "./inlines.ts";
import { noticeOf } from "./notice.ts";
import { chartsIn, redrawnCharts } from "./redrawn.ts";
import { changesSection } from "./section.ts";
import { pairOf, renamedData } from "./renamed.ts";
import { changedSentences } from "./sentences.ts";

/** Tells in the Doc what this edition says otherwise than the one before it, and which editions there are. */
export const tellEditions: Stage<Composed, Composed> = async (brief, host) => {
  const { doc, language, ledger } = brief;
  if (brief.before === undefined) return { value: brief, problems: [] };
  const before = { ...brief.before, charts: asNowNamed(brief.before.charts, chartsIn(doc), brief.drawings) };
  const { labels } = language;
  const speech = { nameOf: namesIn(before.text.lineage ?? [], doc.lineage), language };
  const { changes, substantial } = figureChanges(before.ledger, ledger, speech);
  const drawn = changedCharts(before, chartsIn(doc), brief.drawings);
  const spots = spotsIn(doc, labels.chart);
  const texts = changedSentences(
    sentencesIn(before.text, labels, { other: doc, since: before.record.dateText }),
    sentencesIn(doc, labels, { other: before.text }),
  );
  const known = new Set(texts.map(pairOf));
  const renamed = renamedData(before, { text: doc, ledger }, labels.lineage).filter((each) => !known.has(pairOf(each)));
  const sentences = [...texts, ...renamed].map((each) => {
    const stands = each.new !== undefined || each.block === COVER || spots.hasBlock(each.block);
    // What is gone stood in a "Figure 1" that may be another's number now.
    const gone = ` (${before.record.dateText})`;
    return stands || each.where.endsWith(gone) ? each : { ...each, where: each.where + gone };
  });
  const changed = { changes, sentences: sentences.map(inPlainSpaces), charts: drawn.charts };
  const own = ownEntry(brief, host);
  const editions = [own, ...earlierEntries(brief)];
  const furniture = new Furniture(brief.settings.place);
  const notice = noticeOf({ ...own, substantial }, language, furniture);
  const { redrawn, problems: foreign } = redrawnCharts(drawn.charts, before, brief);
  if (foreign.length > 0) return { problems: foreign };
  const told = {
    changed: { ...changed, sentences },
    editions,
    since: before.record.dateText,
    redrawn,
    ...spots,
  };
  const titleOf = (dataset: string): string => brief.datasets.get(dataset as DatasetId)?.title ?? dataset;
  const section = changesSection(told, { furniture, language, figures: brief.figures, ledger, titleOf });
  const since = entryOf(before.record);
  const title = plainText(doc.cover.title);
  const facts = { title, edition: own, since, substantial, changed, old: before.ledger, now: ledger };
  const files = new Map([
    ...drawn.files,
    ["changes.json", changesJson(facts)],
    ["changes.md", changesMarkdown(facts, language)],
  ]);
  const value: Composed = {
    ...brief,
    doc: { ...doc, editions, ...(section ? { changes: section } : {}), ...(notice ? { notice } : {}) },
    changed: { ...changed, substantial, files },
  };
  return { value, problems: missingGlyphs(toldText(value.doc), brief.theme, await openTypefaces(host)) };
};

/** What is told of editions, as a text of its own: the rest was looked at when it was composed. */
const toldText = ({ cover, changes, notice }: Doc): Parameters<typeof missingGlyphs>[0] => ({
  cover: { ...cover, title: [], subtitle: [] },
  body: changes ? [{ ...changes, blocks: [...(notice ? [notice] : []), ...changes.blocks] }] : [],
  notes: [],
  discrepancies: [],
});

/** A sentence for records and for files of plain text, which are no lines of print. */
const inPlainSpaces = ({ old, new: now, ...where }: ChangedSentence): ChangedSentence => ({
  ...where,
  ...(old === undefined ? {} : { old: old.replaceAll("\u00A0", " ") }),
  ...(now === undefined ? {} : { new: now.replaceAll("\u00A0", " ") }),
});

/** This edition, with why it is published; a draft has no reason yet. */
function ownEntry({ doc, records }: Composed, { publishing }: Host): EditionEntry {
  const { id, date, dateText, kind } = doc.cover.edition;
  const published = records.find(({ edition }) => edition === id);
  return { id, date, dateText, kind, reason: publishing?.reason ?? published?.reason ?? "" };
}

/** The editions before this one, the newest first; a draft does not lead there, since it stands in no site. */
function earlierEntries({ doc, records, before }: Composed): readonly EditionEntry[] {
  const last = records.findIndex(({ edition }) => edition === before?.record.edition);
  const { published } = doc.cover.edition;
  return records
    .slice(0, last + 1)
    .toReversed()
    .map((record) => ({ ...entryOf(record), ...(published ? { href: `../${record.edition}/` } : {}) }));
}

const entryOf = ({ edition: id, date, dateText, kind, reason }: EditionRecord): EditionEntry => ({
  id,
  date,
  dateText,
  kind,
  reason,
});

/**
 * Figures in words, as "how the numbers were made" has them in the later of two editions, and else in the earlier; a
 * figure that neither tells of, by its id.
 */
function namesIn(...editions: readonly (readonly NamedData[])[]): (figure: string) => string {
  const names = new Map(
    editions
      .flat()
      .flatMap(({ rows }) =>
        rows.flatMap((row) =>
          row.numbers.map(({ figure }): [string, string] => [
            figure,
            `${row.title}, ${figure.slice(figure.lastIndexOf(".") + 1)}`,
          ]),
        ),
      ),
  );
  return (figure) => names.get(figure) ?? figure;
}

function spotsIn(
  doc: Doc,
  label: string,
): {
  readonly chartName: (chart: string) => { readonly block: string; readonly words: string } | undefined;
  readonly hasBlock: (id: string) => boolean;
} {
  const blocks = allBlocks(doc);
  const ids = new Set<string>([...blocks, ...doc.notes, ...doc.discrepancies].map(({ id }) => id));
  return {
    hasBlock: (id) => ids.has(id),
    chartName: (chart) => {
      const block = blocks.find((each) => each.kind === "chart" && each.chart === chart);
      return block?.kind === "chart" ? { block: block.id, words: `${label} ${block.number}` } : undefined;
    },
  };
}
