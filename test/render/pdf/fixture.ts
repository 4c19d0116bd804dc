import type { DiscrepancyEntry, Doc, Note } from "../../../pipeline/model/doc.ts";
import type { BriefId, EditionId } from "../../../pipeline/model/id.ts";
import { block, emphasis, noteRef, place, text } from "./kit.ts";
import { body } from "./sections.ts";

const discrepancies: readonly DiscrepancyEntry[] = [
  {
    letter: "a",
    id: block("discrepancy-a"),
    name: "themes",
    found: "2023-06-20",
    foundText: "20 June 2023",
    says: [text("The report speaks of seven themes and lists eight.")],
    resolution: [text("It counts the list.")],
    place,
  },
  {
    letter: "b",
    id: block("discrepancy-b"),
    name: "rank",
    found: "2023-06-20",
    foundText: "20 June 2023",
    says: [text("The text ranks Thailand third, the table second.")],
    resolution: [text("It follows the table."), noteRef(27)],
    place,
  },
];

const notes: readonly Note[] = Array.from({ length: 27 }, (_, i) => ({
  number: i + 1,
  id: block(`note-${i + 1}`),
  referenceId: block(`ref-${i + 1}`),
  sources: [],
  inlines:
    i % 4 === 0
      ? [
          text(`Bai Chunli, ‘Road to Innovation’, `),
          emphasis("Bulletin of the Chinese Academy of Sciences"),
          text(
            ` 32, no. ${i} (2018), pp. 130–131, where the author also sets out what the alliance was meant to be before it had money, members or a name.`,
          ),
        ]
      : [text(`Ibid., p. ${130 + i}.`)],
  place,
}));

/** A brief made by hand, with something of everything that a Doc can hold. */
export const doc: Doc = {
  schema: 1,
  brief: "belt-and-road-science" as BriefId,
  language: "en-GB",
  cover: {
    title: [text("Science & Technology on the Belt and Road")],
    subtitle: [text("What an alliance’s budget shares say about its money, and what they leave out")],
    series: "Footing Sample Briefs",
    number: "1",
    institution: "The Footing project",
    authors: ["Ada Example", "Tom Beispiel"],
    keywords: ["science cooperation", "budgets"],
    licence: "CC BY 4.0",
    edition: {
      id: "2023-06-20" as EditionId,
      date: "2023-06-20",
      dateText: "20 June 2023",
      kind: "first",
      published: true,
    },
    citation:
      "Ada Example and Tom Beispiel, ‘Science & Technology on the Belt and Road’, The Footing project, 20 June 2023.",
    contents: true,
  },
  body: body(),
  notes,
  discrepancies,
  sources: [],
  readingTime: "9 minutes to read",
  lineage: [],
  editions: [],
  abstract: "China’s science alliance spent more & differently.",
};
