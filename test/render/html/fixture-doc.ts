import type { DiscrepancyEntry, Doc, Note, Paragraph, Section } from "../../../pipeline/model/doc.ts";
import { chart, sectors, students } from "./fixture-exhibits.ts";
import {
  doubt,
  emphasis,
  figure,
  HOSTILE,
  id,
  link,
  note,
  paragraph,
  place,
  section,
  see,
  text,
} from "./fixture-parts.ts";

const NOTES: readonly Note[] = Array.from({ length: 25 }, (_, index) => {
  const number = index + 1;
  const inlines =
    number === 11
      ? [text("Ibid.")]
      : [
          text("Bai Chunli, “"),
          link("https://example.org/road", "Road to Innovation"),
          text("”, "),
          emphasis("Bulletin of the Chinese Academy of Sciences"),
          text(", 32(3), 2018, pp. 130–131."),
        ];
  return { number, id: id(`note-${number}`), referenceId: id(`ref-${number}`), sources: [], inlines, place };
});

const DISCREPANCY: DiscrepancyEntry = {
  letter: "a",
  id: id("discrepancy-a"),
  name: "themes",
  found: "2023-06-20",
  foundText: "20 June 2023",
  says: [text("The source speaks of "), figure("dbar.stated", "seven", "7"), text(" themes and lists eight.")],
  resolution: [text("The brief counts what is listed.")],
  place,
};

const FILLER =
  "Cooperation runs on several tracks, and the academy has a hand in all of them. It trains researchers, keeps stations abroad, and pays for the satellites that watch the coasts; its partners bring the questions, and often the fields, the lakes and the patients as well. ";

const running = (name: string, first: number, last: number): readonly Paragraph[] =>
  Array.from({ length: last - first + 1 }, (_, index) =>
    paragraph(`${name}-p${index + 1}`, text(FILLER + FILLER), note(first + index)),
  );

const BODY: readonly Section[] = [
  section(
    "summary",
    "summary",
    "Summary",
    paragraph(
      "summary-p1",
      text("Research lost share and gained money. Its part of the budget fell to "),
      figure("anso.row_2.share_2022", "23 per cent", "23"),
      text(", and its money "),
      {
        kind: "word",
        says: "up",
        figure: id("anso.row_2.shift"),
        text: "rose",
        value: "6.51",
        class: "derived",
        place,
      },
      text(" by about "),
      figure("anso.row_2.shift", "CNY 7 million", "6.51"),
      text("."),
    ),
    {
      kind: "keyFigures",
      id: id("summary-k1"),
      place,
      entries: [
        {
          number: [figure("anso.row_5.share_2022", "56 per cent", "56")],
          label: [text("of the budget planned for scholarships")],
        },
        {
          number: [figure("anso.row_2.shift", "CNY 7 million", "6.51")],
          label: [text("more for research, all the same")],
        },
        { number: [figure("students.total", "492,185", "492185")], label: [text("international students in China")] },
      ],
    },
  ),
  section("introduction", "introduction", "", ...running("introduction", 1, 4)),
  section(
    "initiatives",
    "text",
    "Initiatives, in figures",
    ...running("initiatives", 5, 10),
    paragraph(
      "initiatives-see",
      text("As "),
      see("money", "Table 1"),
      text(" and "),
      see("shares", "Figure 1"),
      text(" show, advice fell by "),
      figure("anso.row_4.shift", "\u22123.8", "-3.8", "minus 3.8"),
      text("; the programme has "),
      figure("dbar.themes", "eight", "8"),
      text(" themes."),
      doubt("a", true),
      text(" Write to "),
      link("mailto:desk@example.org", "the desk"),
      text("."),
    ),
    sectors,
    chart,
    paragraph(
      "initiatives-again",
      text("The count is in doubt,"),
      doubt("a", false),
      { kind: "break", place },
      { kind: "strong", children: [text("and said to be so")], place },
      text("."),
    ),
    {
      kind: "list",
      id: id("initiatives-l1"),
      ordered: false,
      place,
      items: [
        [paragraph("initiatives-l1-p1", text("water, at the lakes"))],
        [paragraph("initiatives-l1-p2", text("weather and space"), note(11))],
      ],
    },
    {
      kind: "list",
      id: id("initiatives-l2"),
      ordered: true,
      place,
      items: [[paragraph("initiatives-l2-p1", text("train"))], [paragraph("initiatives-l2-p2", text("equip"))]],
    },
    {
      ...section("tracks", "text", "A track of its own", ...running("tracks", 12, 14), {
        kind: "definitions",
        id: id("tracks-d1"),
        place,
        entries: [
          {
            term: [{ kind: "abbreviation", text: "CAS", title: "Chinese Academy of Sciences", place }],
            description: [text("the academy")],
          },
        ],
      }),
      level: 2,
    },
  ),
  section(
    "assessment",
    "text",
    "Assessment",
    students,
    ...running("assessment", 15, 20),
    {
      kind: "quote",
      id: id("assessment-q1"),
      place,
      blocks: [
        paragraph(
          "assessment-q1-p1",
          text("Cooperation pays where the rules are open to all. In French, "),
          { kind: "language", language: "fr", direction: "ltr", children: [text("les règles du jeu")], place },
          text("; in Arabic, "),
          { kind: "language", language: "ar", direction: "rtl", children: [text("قواعد اللعبة")], place },
          text("."),
        ),
      ],
    },
    {
      kind: "callout",
      id: id("assessment-c1"),
      place,
      heading: [text("What this can’t say")],
      blocks: [paragraph("assessment-c1-p1", text("Whole per cents hide up to half a point."))],
    },
    ...running("assessment-more", 21, 25),
  ),
  section(
    "hostile",
    "text",
    HOSTILE,
    paragraph("hostile-p1", text(HOSTILE), link(`https://example.org/"onmouseover="x`, "quoted")),
  ),
  section(
    "about",
    "about",
    "About this brief",
    paragraph("about-p1", text("The figures come from a published paper; the wording is ours.")),
  ),
  section(
    "disclaimer",
    "disclaimer",
    "Disclaimer",
    paragraph("disclaimer-p1", text("The views are those of the authors.")),
  ),
];

/** A brief with one of everything that a page draws, and text that means harm. */
export const DOC: Doc = {
  schema: 1,
  brief: id("test-brief"),
  language: "en-GB",
  cover: {
    title: [text("Science on the Belt and Road")],
    subtitle: [text("What a small budget says about a large promise")],
    series: "Footing Sample Briefs",
    number: "1",
    institution: "The Footing project",
    authors: ["The Footing project"],
    keywords: ["science cooperation", HOSTILE],
    licence: "CC BY 4.0",
    edition: { id: id("2023-06-20"), date: "2023-06-20", dateText: "20 June 2023", kind: "first", published: true },
    contents: false,
    citation: "The Footing project, Science on the Belt and Road, Footing Sample Briefs No. 1, 20 June 2023.",
  },
  body: BODY,
  notes: NOTES,
  discrepancies: [DISCREPANCY],
  sources: [
    {
      id: id("bai-2018"),
      type: "article-journal",
      title: `Road to Innovation ${HOSTILE}`,
      author: [{ family: "Bai", given: "Chunli" }],
      issued: [2018, 3],
      place,
    },
  ],
  readingTime: "9 minutes to read",
  lineage: [],
  editions: [],
  abstract:
    "Research lost share and gained money. Its part of the budget fell, and its money rose, while scholarships took more than half of the whole.",
};
