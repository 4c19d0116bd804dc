import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../../pipeline/render/html/html.ts";
import { createHash } from "node:crypto";
import { DOC } from "./fixture-doc.ts";
import { figure, HOSTILE, paragraph, section, text } from "./fixture-parts.ts";
import { input, language } from "./fixture.ts";

const rendered = async (changes: Parameters<typeof input>[0] = {}): Promise<string> => {
  const { value, problems } = await renderHtml(input(changes));
  expect(problems).toEqual([]);
  return value ?? "";
};
const withBlocks = (...blocks: Parameters<typeof section>[3][]): typeof DOC => ({
  ...DOC,
  body: [section("only", "text", "Only", ...blocks)],
  notes: [],
  discrepancies: [],
});
// A page is too long to be printed with each failure.
const holds = (made: string, part: string, held = true): void => expect(made.includes(part), part).toBe(held);
const all = (made: string, pattern: RegExp): readonly string[] =>
  [...made.matchAll(pattern)].map((match) => match[1] ?? "");

let page = "";
beforeAll(async () => {
  page = await rendered();
});

describe("the page", () => {
  const rules = new HtmlValidate({
    root: true,
    extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
    // A scroll region is a div with a role: a section of its own would stand in the outline.
    rules: {
      "no-inline-style": "error",
      "long-title": "off",
      "prefer-native-element": ["error", { exclude: ["region"] }],
    },
  });

  it.each(["en-GB", "de-DE"])("is valid in %s", async (tag) => {
    const made = await rendered({ language: language(tag), doc: { ...DOC, language: tag } });
    const report = await rules.validateString(made, "index.html");
    expect(
      report.results.flatMap((result) =>
        result.messages.map(({ ruleId, line, message }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
    holds(made, tag === "de-DE" ? "Zitiervorschlag" : "How to cite this brief");
  });

  it("is found invalid when the house's shell breaks it", async () => {
    const house = { ...input().house, page: input().house.page.replace("<main", "<p><main") };
    const report = await rules.validateString(await rendered({ house }), "index.html");
    expect(report.valid).toBe(false);
  });

  it("has each id once, and every link within the page leads somewhere", () => {
    const ids = all(page, /\sid="([^"]*)"/g);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(all(page, /href="#([^"]*)"/g).filter((target) => !ids.includes(target))).toEqual([]);
  });

  it("pairs every note with its reference", () => {
    for (let number = 1; number <= 25; number += 1) {
      holds(page, `<a id="ref-${number}" href="#note-${number}" role="doc-noteref"`);
      expect(
        new RegExp(`<li id="note-${number}" value="${number}">.*href="#ref-${number}" role="doc-backlink"`).test(page),
      ).toBe(true);
    }
    expect(all(page, /(role="doc-noteref")/g)).toHaveLength(25);
    expect(all(page, /(role="doc-backlink")/g)).toHaveLength(25);
  });

  it("letters discrepancies and leads there and back", () => {
    holds(page, '<a id="discrepancy-ref-a" href="#discrepancy-a" aria-label="Discrepancy a">a</a>');
    expect(
      /<li id="discrepancy-a">[\s\S]*<time datetime="2023-06-20">20 June 2023<\/time>\u00a0<a class="back" href="#discrepancy-ref-a"/.test(
        page,
      ),
    ).toBe(true);
  });

  it("keeps the id of every block", () => {
    for (const id of [
      "summary",
      "summary-p1",
      "summary-k1",
      "money",
      "money-note",
      "shares",
      "tracks",
      "tracks-d1",
      "initiatives-l1",
      "assessment-q1",
      "assessment-c1",
    ])
      holds(page, ` id="${id}"`);
  });

  it("loads nothing and runs nothing", () => {
    expect(all(page, /(<script)\b(?! type="application\/ld\+json">)/g)).toEqual([]);
    expect(/<[a-z]+(?:\s+[\w:-]+(?:="[^"]*")?)*?\s+(?:src|srcset|style|on\w+)=/.exec(page)?.[0]).toBeUndefined();
    expect(/url\((?!data:|#)|@import/.exec(page)?.[0]).toBeUndefined();
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    const plain = policy.replaceAll("&#x3D;", "=").replaceAll("&#x27;", "'");
    for (const [name, pattern] of [
      ["style-src", /<style>([\s\S]*?)<\/style>/],
      ["script-src", /<script type="application\/ld\+json">([\s\S]*?)<\/script>/],
    ] as const) {
      const inside = pattern.exec(page)?.[1] ?? "";
      const hash = createHash("sha256").update(inside).digest("base64");
      expect(plain.split("; ")).toContain(`${name} 'sha256-${hash}'`);
    }
  });

  it("is the same on a second run", async () => {
    expect(await rendered()).toBe(page);
  });
});

describe("bound numbers and words", () => {
  it("carry figure and value", () => {
    holds(page, 'fell to <data value="23" data-figure="anso.row_2.share_2022">23 per cent</data>');
    holds(page, '<data class="word" value="6.51" data-figure="anso.row_2.shift">rose</data>');
    holds(
      page,
      '<td headers="t1_h1_2 t1_h2_1 t1_r3" class="end"><data value="30" data-figure="anso.row_2.share_2021">30</data></td>',
    );
  });

  it("keep the printed text where they are spoken otherwise", () => {
    holds(
      page,
      '<span class="spoken" data-spoken="minus 3.8"><data value="-3.8" data-figure="anso.row_4.shift" aria-hidden="true">\u22123.8</data></span>',
    );
  });
});

describe("tables", () => {
  it("name column groups, columns and rows", () => {
    holds(page, '<th colspan="2" id="t1_h1_2" scope="colgroup" class="centre">Share of the total, %</th>');
    holds(page, '<th rowspan="2" id="t1_h1_1" scope="col">Sector</th>');
    holds(page, '<th id="t1_r1" scope="row">Secretariat daily operation</th>');
    expect(/<tfoot>\s*<tr class="total"><th id="t1_r7" scope="row">Total<\/th>/.test(page)).toBe(true);
  });

  it("scroll, with focus, only where a phone can't hold them", () => {
    holds(page, '<div class="scroll" role="region" aria-labelledby="money_caption" tabindex="0">');
    holds(page, 'role="region" aria-labelledby="students_caption"', false);
  });
});

describe("linked data", () => {
  const dataset = { name: "Students", description: "By country", csv: "tables/students.csv" };
  it("leads a short description on by the columns, and leaves out a period that nobody gave", async () => {
    const made = await rendered({ datasets: [dataset] });
    holds(made, '"description":"By country: Rank; Country; Students"');
    holds(made, '"temporalCoverage"', false);
    holds(page, '"temporalCoverage":"2021/2022"');
  });
});

describe("text that means harm", () => {
  it("stays text", () => {
    holds(page, "<script>document", false);
    holds(page, "<img", false);
    holds(page, '&lt;script&gt;document.title = "broken"&lt;/script&gt;');
    holds(page, "\\u003cscript>document.title");
    holds(page, "\u202e", false);
    holds(page, 'href="https://example.org/%22onmouseover=%22x"');
    holds(page, "`{{title}}`");
  });

  it("can't leave an attribute", async () => {
    const quoted: Parameters<typeof paragraph>[1] = {
      kind: "abbreviation",
      text: "x",
      title: HOSTILE,
      place: DOC.notes[0]?.place ?? { file: "", line: 1, column: 1 },
    };
    const made = await rendered({
      doc: withBlocks(paragraph("p1", quoted, figure(`a"b`, "1", HOSTILE), text("half a pair: \ud800."))),
    });
    holds(made, '<abbr title="&lt;script&gt;document.title = &quot;broken&quot;&lt;/script&gt; &quot;&gt;&lt;img');
    holds(made, 'data-figure="a&quot;b"');
    holds(made, "half a pair: \ufffd.");
  });

  it.each([
    "javascript:alert(1)",
    "http://example.org",
    "//example.org",
    "data:text/html,x",
    "JaVaScript:x",
    "java\tscript:x",
    " https://example.org",
    "https:\\\\x",
    "https://",
    "vbscript:x",
    "",
  ])("links nowhere by %j", async (href) => {
    const linked: Parameters<typeof paragraph>[1] = {
      kind: "link",
      href,
      children: [text("here")],
      place: { file: "templates/test/prose.md.hbs", line: 7, column: 3 },
    };
    const { value, problems } = await renderHtml(input({ doc: withBlocks(paragraph("p1", linked)) }));
    expect(value).toBeUndefined();
    expect(problems.map(({ code, place }) => `${place.line}:${place.column} ${code}`)).toEqual(["7:3 prose/link"]);
  });
});

describe("drawings", () => {
  it("are named, and share no id", () => {
    holds(page, 'role="img" aria-labelledby="shares_wide_title shares_wide_desc"');
    holds(page, '<title id="shares_narrow_title">Scholarships now take more than half of the budget</title>');
    holds(page, 'id="shares_wide_clip0"');
    holds(page, "url(#shares_narrow_clip0)");
  });

  it.each([
    "<script>x</script>",
    '<a href="https://x">y</a>',
    '<rect onclick="x"/>',
    '<rect style="fill:red"/>',
    '<use href="other.svg#a"/>',
    "<image/>",
    "<foreignObject/>",
  ])("that hold %s are refused", async (part) => {
    const drawings = new Map(
      [...input().drawings].map(([id, drawing]) => [
        id,
        { ...drawing, narrow: { ...drawing.narrow, svg: `<svg>${part}</svg>` } },
      ]),
    );
    await expect(renderHtml(input({ drawings }))).rejects.toThrow("narrow drawing of shares");
  });
});

describe("the house's shell", () => {
  const filled = async (shell: string) =>
    (await renderHtml(input({ house: { ...input().house, page: shell } }))).problems.map(
      ({ code, place, message }) => `${place.line}:${place.column} ${code} ${message}`,
    );

  it("prints text escaped", async () => {
    const doc = { ...DOC, cover: { ...DOC.cover, title: [text("<b>A & B")] } };
    holds(await rendered({ doc }), "<title>&lt;b&gt;A &amp; B – The Footing project</title>");
  });
  it("may not print anything unescaped", async () => {
    expect(await filled("<p>\n  {{{title}}}")).toEqual([
      "2:3 template/not-allowed The page shell prints something without escaping it",
    ]);
    expect(await filled("{{~& title}}")).toHaveLength(1);
  });
  it("is told of a name that there is not, and of bad syntax", async () => {
    expect(await filled("<p>\n{{titel}}")).toEqual([
      '2:3 template/syntax The page shell names "titel", which there is not',
    ]);
    expect(await filled("<p>\n{{#if title}}")).toEqual([
      expect.stringContaining("template/syntax The page shell cannot be read"),
    ]);
  });
});
