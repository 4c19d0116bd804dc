import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { composeBrief } from "../../pipeline/build.ts";
import { openHost } from "../../pipeline/host/host.ts";
import type { Block, RedrawnChart, Section } from "../../pipeline/model/doc.ts";
import type { Rendered } from "../../pipeline/model/brief.ts";
import { redrawnCharts } from "../../pipeline/model/doc-walk.ts";
import type { Host } from "../../pipeline/model/stage.ts";
import { provePage } from "../../pipeline/prove/page.ts";
import { provePdf } from "../../pipeline/prove/pdf.ts";
import { render } from "../../pipeline/render/render.ts";
import { layInput } from "../case-runner/input.ts";
import { everyElement, openPdf, textOf } from "../pdf/file.ts";

/** Charts before and after: one drawn otherwise, one that is new, one that is withdrawn. */

const folder = mkdtempSync(join(tmpdir(), "footing-redrawn-"));
let host: Host;
let brief: Rendered;
let html = "";
beforeAll(async () => {
  layInput(join(import.meta.dirname, "..", "cases", "charts-redrawn"), folder);
  host = openHost({ data: join(folder, "data"), templates: join(folder, "templates"), out: join(folder, "out") });
  const { value, problems } = await composeBrief("rail", host, { strict: false });
  const rendered = value && (await render(value, host)).value;
  if (rendered === undefined) throw new Error(JSON.stringify(problems));
  brief = rendered;
  html = new TextDecoder().decode(brief.files.get("index.html"));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pdfOf = (rendered: Rendered): Uint8Array => rendered.files.get("rail.pdf") ?? new Uint8Array();
const labels = (each: RedrawnChart): readonly string[] =>
  [each.before, each.now].flatMap((drawing) => drawing?.labels.map(({ text }) => text).join(" ") ?? []);

/** The brief with what it says of redrawn charts replaced, drawn anew. */
async function drawnWith(change: (redrawn: RedrawnChart) => readonly Block[]): Promise<Rendered> {
  const within = (blocks: readonly Block[]): readonly Block[] =>
    blocks.flatMap((block) => {
      if (block.kind === "section") return [{ ...block, blocks: within(block.blocks) }];
      return block.kind === "redrawn" ? change(block) : [block];
    });
  const changes: Section | undefined = brief.doc.changes && {
    ...brief.doc.changes,
    blocks: within(brief.doc.changes.blocks),
  };
  const { value } = await render({ ...brief, doc: { ...brief.doc, ...(changes ? { changes } : {}) } }, host);
  if (value === undefined) throw new Error("nothing was drawn");
  return value;
}

const swapped = ({ before, now, ...redrawn }: RedrawnChart): readonly Block[] => [
  now === undefined
    ? { ...redrawn, before }
    : {
        ...redrawn,
        before: { ...before, picture: now.picture, labels: now.labels },
        now: { ...now, picture: before.picture, labels: before.labels },
      },
];

describe("the brief", () => {
  test("has the drawing of before with its numbers, and that of now with its own", () => {
    const [shift, shares, ...more] = redrawnCharts(brief.doc);
    expect(shift && labels(shift)).toEqual([
      expect.stringContaining("+7.5 +27.4 +7.0"),
      expect.stringContaining("+3.0 +31.9 +7.0"),
    ]);
    expect(shares && labels(shares)).toEqual([expect.stringContaining("57 36 7")]);
    expect(more).toEqual([]);
  });

  test("is proved, page and PDF", async () => {
    expect((await provePage(html, brief)).problems).toEqual([]);
    expect((await provePdf(pdfOf(brief), brief)).problems).toEqual([]);
  });
});

describe("the page", () => {
  test("has the drawing of before in the chart's figure, to which the list of changes leads", () => {
    const [, figure = ""] = /<figure class="chart" id="chart-shift"([\s\S]*?)<\/figure>/.exec(html) ?? [];
    const [, before = ""] = /<summary>The drawing of 1 March 2026<\/summary>([\s\S]*?)<\/details>/.exec(figure) ?? [];
    expect(before).toContain('id="chart-shift_before"');
    expect(before).toContain(">+7.5</text>");
    expect(before).not.toContain(">+3.0</text>");
    expect(html).toMatch(
      /id="page_charts"[\s\S]*Before: <a href="#chart-shift_before">The drawing of 1 March 2026<\/a>/,
    );
  });

  test("has that of a chart that is withdrawn in the list itself, and nothing of one that is new", () => {
    const list = html.slice(html.indexOf('<section id="page_charts"'));
    expect(list).toMatch(/<\/dl><div class="scroll was" id="page_before_shares"[^>]*><svg /);
    expect(html.match(/class="scroll was"/g)).toHaveLength(2);
    expect(list).toContain("new. Now: ");
  });

  const svgIn = (id: string): string => new RegExp(`id="${id}"[^>]*>(<svg[\\s\\S]*?</svg>)`).exec(html)?.[1] ?? "";
  test.each<[string, () => string]>([
    ["missing", () => html.replace(svgIn("chart-shift_before"), "")],
    ["missing, of a chart that is withdrawn", () => html.replace(svgIn("page_before_shares"), "")],
    ["called that of now", () => html.replace(">Before: The state pays", ">Now: The state pays")],
    ["with another number", () => html.replace(/(chart-shift_before[\s\S]*?)\+7\.5/, "$1+7.6")],
    ["with another bar", () => html.replace(/(id="chart-shift_before"[\s\S]*?<path d="M[\d.,]+h)[\d.]+/, "$199")],
    ["with another text alternative", () => html.replace(/(<desc id="chart-shift_before_desc">)/, "$1No ")],
    ["there twice", () => html.replace(svgIn("page_before_shares"), (svg) => svg + svg)],
  ])("is refused with the drawing of before %s", async (_, plant) => {
    const planted = plant();
    expect(planted).not.toBe(html);
    expect((await provePage(planted, brief)).problems).not.toEqual([]);
  });

  test("is refused where before and now are swapped", async () => {
    const { files } = await drawnWith(swapped);
    const page = new TextDecoder().decode(files.get("index.html"));
    expect((await provePage(page, brief)).problems).not.toEqual([]);
  });
});

describe("the PDF", () => {
  test("has each drawing as a figure with its words, before before now", async () => {
    const file = await openPdf(pdfOf(brief));
    const nodes = file.tree === undefined ? [] : everyElement(file.tree);
    const figures = nodes.filter(({ tag }) => tag === "Figure");
    expect(figures.map(({ dict }) => textOf(file.get(dict, "Alt"))?.slice(0, 24))).toEqual([
      expect.stringContaining("Bars of the change"),
      expect.stringContaining("Bars of the share"),
      "Before: The state pays a",
      "Now: The state pays abou",
      "Before: The state & its ",
    ]);
    for (const { kids } of figures) expect(kids.length).toBeGreaterThan(0);
  });

  test.each<[string, (redrawn: RedrawnChart) => readonly Block[]]>([
    ["without them", () => []],
    ["with before and now swapped", swapped],
    [
      "without that of now",
      ({ kind, id, place, term, name, target, before }) => [{ kind, id, place, term, name, target, before }],
    ],
    [
      "with another text alternative",
      ({ before, ...redrawn }) => [{ ...redrawn, before: { ...before, title: before.title.replace("Before", "Now") } }],
    ],
  ])("is refused %s", async (_, change) => {
    expect((await provePdf(pdfOf(await drawnWith(change)), brief)).problems).not.toEqual([]);
  });
});
