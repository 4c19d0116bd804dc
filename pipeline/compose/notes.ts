import type { Note } from "../model/doc.ts";
import type { NoteReference } from "../model/inline.ts";
import type { BlockId, SourceId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import { pagesText, shortInlines, sourceInlines } from "./note-style.ts";
import type { Workshop } from "./workshop.ts";

/** Adds a note that cites sources, in full, as Ibid., or by the number of an earlier note, and gives its reference. */
export function addNote(
  workshop: Workshop,
  ids: readonly SourceId[],
  pages: string | undefined,
  place: Place,
): NoteReference {
  const number = workshop.notes.length + 1;
  const id = `note-${number}` as BlockId;
  const referenceId = `ref-${number}` as BlockId;
  const inlines = noteInlines(workshop, ids, pages, place);
  workshop.notePages.push(pages);
  workshop.notes.push({ number, id, referenceId, sources: ids, inlines, place });
  for (const source of ids) workshop.cited.add(source);
  return { kind: "noteReference", number, note: id, id: referenceId, place };
}

function noteInlines(
  workshop: Workshop,
  ids: readonly SourceId[],
  pages: string | undefined,
  place: Place,
): Note["inlines"] {
  const { language } = workshop.brief;
  const last = workshop.notes.at(-1);
  const lastPages = workshop.notePages.at(-1);
  const [only] = ids;
  const isSame = only !== undefined && ids.length === 1 && last?.sources.length === 1 && last.sources[0] === only;
  // Ibid. alone is the same place; the whole of a work after a page of it is cited by its name again.
  if (isSame && (pages !== undefined || lastPages === undefined)) {
    const where = pages === undefined || pages === lastPages ? "" : `, ${pagesText(pages, language)}.`;
    return [{ kind: "text", place, text: language.patterns.ibid + where }];
  }
  return ids.flatMap((id, index) => {
    const source = workshop.brief.sources.get(id);
    if (!source) return [];
    const earlier = workshop.notes.find((note) => note.sources.includes(id));
    const inlines = earlier
      ? shortInlines(source, { note: earlier.number, pages }, language, place)
      : sourceInlines(source, language, place, pages ?? source.page);
    return index === 0 ? inlines : [{ kind: "text", place, text: " " } as const, ...inlines];
  });
}
