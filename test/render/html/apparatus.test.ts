import { beforeAll, describe, expect, it } from "vitest";
import type { Callout, Section } from "../../../pipeline/model/doc.ts";
import type { Inline } from "../../../pipeline/model/inline.ts";
import type { DatasetLineage } from "../../../pipeline/model/lineage.ts";
import { renderHtml } from "../../../pipeline/render/html/html.ts";
import { DOC } from "./fixture-doc.ts";
import { HOSTILE, id, place } from "./fixture-parts.ts";
import { input } from "./fixture.ts";

const LINEAGE: readonly DatasetLineage[] = [
  {
    dataset: "anso" as DatasetLineage["dataset"],
    title: `ANSO’s money ${HOSTILE}`,
    file: "data/test/anso.yaml",
    place,
    rows: [
      {
        title: "Research projects",
        sources: ["ANSO annual reports."],
        shownIn: [{ block: id("summary-p1"), words: "Summary" }],
        place,
        numbers: [
          {
            figure: id("anso.total_2022"),
            name: "total_2022",
            from: [],
            text: "CNY 147 million",
            sources: [],
            line: "line 9",
            place,
          },
          {
            figure: id("anso.row_2.shift"),
            name: "shift",
            formula: "a \u2212 b",
            filled: "33.81 \u2212 27.3",
            text: "CNY 6.51 million",
            range: "between 5.0 and 8.0",
            from: [{ figure: id("anso.total_2022"), name: "total_2022" }],
            sources: [],
            line: "line 30",
            place,
          },
        ],
      },
    ],
  },
];
const PLACE = { file: "data/b/brief.yaml", line: 1, column: 1 };
const text = (words: string): Inline => ({ kind: "text", text: words, place: PLACE });
const CHANGES: Section = {
  kind: "section",
  id: id("page_editions"),
  level: 1,
  role: "text",
  heading: [text("Editions and changes")],
  place: PLACE,
  blocks: [
    {
      kind: "definitions",
      id: id("page_1"),
      place: PLACE,
      entries: [
        {
          term: [text("Row 2, shift")],
          description: [
            { kind: "deleted", children: [text("fell")], place: PLACE },
            text(" → "),
            { kind: "inserted", children: [text("rose")], place: PLACE },
          ],
        },
      ],
    },
    {
      kind: "paragraph",
      id: id("page_2"),
      place: PLACE,
      inlines: [
        { kind: "link", href: "../2023-06-20/", children: [text("20 June 2023")], place: PLACE },
        text(`, First edition: ${HOSTILE}`),
      ],
    },
  ],
};
const NOTICE: Callout = {
  kind: "callout",
  id: id("page_notice"),
  heading: [text("This brief has been withdrawn")],
  blocks: [],
  place: PLACE,
};

async function drawn(changes: Partial<typeof DOC>): Promise<string> {
  const { value, problems } = await renderHtml(input({ doc: { ...DOC, ...changes } }));
  expect(problems).toEqual([]);
  return value ?? "";
}
const holds = (page: string, part: string, held = true): void => expect(page.includes(part), part).toBe(held);

describe("how the numbers were made", () => {
  let page = "";
  beforeAll(async () => {
    page = await drawn({ lineage: LINEAGE });
  });

  it("tells each number, with its formula, what it may be, its inputs and its line", () => {
    holds(page, '<dt id="made_2">shift</dt>');
    holds(
      page,
      "a \u2212 b = 33.81 \u2212 27.3 = <b>CNY 6.51 million</b> · between 5.0 and 8.0 · from " +
        '<a href="#made_1">total_2022</a> · line 30',
    );
    holds(page, "Source: ANSO annual reports.");
    holds(page, 'Shown in: <a href="#summary-p1">Summary</a>');
  });

  it("is where the numbers lead whose making is told, and no others", () => {
    holds(page, '<a href="#made_2"><data value="6.51"');
    holds(page, 'href="#made_3"', false);
    holds(page, '<li><a href="#page_numbers">How the numbers were made</a></li>');
  });

  it("has one link for a word and a number that say the same figure in one breath", () => {
    const [, passage = ""] = /(<data class="word" value="6\.51"[\s\S]{0,600})/.exec(page) ?? [];
    expect(passage).toMatch(/^<data class="word" value="6\.51" data-figure="anso\.row_2\.shift">rose<\/data> /);
    expect(passage).toContain('<a href="#made_2">');
  });

  it("is left out with its links where the Doc tells none", async () => {
    const bare = await drawn({ lineage: [] });
    for (const part of ["page_numbers", 'class="number'])
      holds(bare.replace(/<style>[\s\S]*<\/style>/, ""), part, false);
  });
});

describe("editions", () => {
  it("are a section of the page, with what is no longer said and what is said instead", async () => {
    const page = await drawn({ changes: CHANGES });
    holds(page, '<section id="page_editions">');
    holds(page, '<a href="#page_editions">Editions and changes</a></li>');
    holds(page, "<dt>Row 2, shift</dt><dd><del>fell</del> → <ins>rose</ins></dd>");
    holds(page, '<a href="../2023-06-20/">20 June 2023</a>');
    // Nothing leads to what bears a number for a name.
    holds(page, 'id="page_1"', false);
    holds(page, '"><img', false);
  });

  it("put a notice above the text", async () => {
    const page = await drawn({ notice: NOTICE });
    expect(page.indexOf('id="page_notice"')).toBeGreaterThan(page.indexOf('id="page_text"'));
    expect(page.indexOf('id="page_notice"')).toBeLessThan(page.indexOf('id="summary"'));
  });

  it("are not mentioned where there is no earlier one", async () => {
    const page = await drawn({});
    for (const part of ["page_editions", "page_notice"]) holds(page, part, false);
  });
});
