import { beforeAll, describe, expect, test } from "vitest";
import type { Ledger } from "../../pipeline/model/figure.ts";
import { readPdf } from "../../pipeline/prove/pdf-text.ts";
import { boundIn, builtSample, type Built } from "./built.ts";

let built: Built;
let moved: Built;
beforeAll(async () => {
  built = await builtSample();
  moved = await builtSample([
    ["anso.yaml", "share_2021: 30, share_2022: 23", "share_2021: 30, share_2022: 24"],
    ["anso.yaml", "share_2021: 42, share_2022: 56", "share_2021: 42, share_2022: 55"],
  ]);
}, 120_000);

describe("the sample brief", () => {
  test("has every file of the contract", () => {
    const drawings = ["anso-shares", "anso-shift", "students"].map((id) => `charts/${id}.svg`);
    // The rows of the other two charts are those of a table.
    const charts = ["charts/anso-shares.csv", ...drawings];
    const tables = ["anso-money", "anso-shares", "students"].map((id) => `tables/${id}.csv`);
    const single = [
      "belt-and-road-science.pdf",
      // What it says otherwise than its first edition.
      "changes.json",
      "changes.md",
      "citation.bib",
      "citation.json",
      "citation.ris",
      "figures.json",
      "index.html",
      "manifest.json",
    ];
    expect([...built.files.keys()].toSorted()).toEqual([...charts, ...tables, ...single].toSorted());
  });

  // Computed apart from Footing, in exact fractions: value and ends.
  test.each([
    ["anso.secretariat.amount_2021", "182/25", "27150/4000", "31110/4000"],
    ["anso.research.shift", "651/100", "1011/200", "1593/200"],
    ["anso.network.shift", "77/100", "-91/200", "399/200"],
    ["anso.scholarship_part", "315/4", "4340/57", "896/11"],
    ["anso.total_shift", "56", "55", "57"],
    ["anso.research.shift_pp", "-7", "-8", "-6"],
    ["students.top_ten", "226373", "226373", "226373"],
    ["nature_index.difference", "1763", "1762", "1764"],
  ])("%s is %s, from %s to %s", (id, exact, lo, hi) => {
    const figure = built.ledger.figures[id];
    expect([figure?.exact, ...(figure?.interval ?? [])].map((end) => quotient(end ?? ""))).toEqual(
      [exact, lo, hi].map(quotient),
    );
  });

  test("binds all that it shows", () => {
    const shown = Object.values(built.ledger.figures).flatMap((figure) => figure.shown);
    const { data, derived, literature, untraced } = built.ledger.coverage;
    expect(untraced).toBe(0);
    expect(data + derived + literature).toBe(shown.length);
  });

  test("tells each chart in words: what the author found, and what the figures say", () => {
    const told = [
      [
        "anso-shares",
        "although their money rises. Dot plot with 6 rows. Spent in 2021, % of CNY 91 million: from 4 per cent (Network development) to 42 per cent (Scholarships). Planned for 2022, % of CNY 147 million: from 3 per cent (Network development and Strategic advisory) to 56 per cent (Scholarships). Largest change: Scholarships, from 42 per cent to 56 per cent.",
      ],
      [
        "anso-shift",
        "Bar chart with 6 rows. Change: from −CNY 3.8 million (Strategic advisory) to CNY 44.1 million (Scholarships).",
      ],
      [
        "students",
        "Bar chart with 10 rows. Students: from 11,784 students (Kazakhstan) to 50,600 students (South Korea).",
      ],
    ] as const;
    for (const [id, words] of told) {
      const inFile = /<desc>([^<]*)<\/desc>/.exec(built.text(`charts/${id}.svg`))?.[1] ?? "";
      expect(inFile).toContain(words);
      const inPage = [...built.text("index.html").matchAll(/<desc[^>]*>([^<]*)<\/desc>/g)].map(([, text = ""]) => text);
      // Wide and narrow.
      expect(inPage.filter((text) => text.replaceAll("\u00A0", " ").includes(words))).toHaveLength(2);
    }
  });

  test("prints Ibid. for note 11 and 25 notes in all", () => {
    const notes = [...built.text("index.html").matchAll(/<li[^>]*id="note-(\d+)"[^>]*>([\s\S]*?)<\/li>/g)];
    expect(notes).toHaveLength(25);
    expect(notes[10]?.[2]).toContain("Ibid.");
  });

  test("keeps numbers in tables as they were typed", () => {
    expect(built.text("tables/anso-shares.csv").split("\n").slice(0, 2)).toEqual([
      "sector,label,share_2021,share_2022",
      "secretariat,Secretariat daily operation,8,6",
    ]);
    expect(built.text("tables/anso-money.csv").split("\n")[0]).toContain("shift,shift_lo,shift_hi");
    // 50600 of 492185 has no last decimal: its ends are rounded outward, so that it lies between them.
    expect(built.text("tables/students.csv")).toContain("50600,10.280687139998,10.280687139998,10.280687139999");
  });
});

/** An exact number as text, so that equal fractions are equal texts. */
function quotient(text: string): string {
  const [n = "0", d = "1"] = text.split("/");
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  const [x, y] = [BigInt(n), BigInt(d)];
  const g = gcd(x < 0n ? -x : x, y);
  return `${x / g}/${y / g}`;
}

/** What the ledger says is shown in the page's own text: labels inside drawings are not marked there. */
const pairs = (ledger: Ledger): ReadonlySet<string> =>
  new Set(Object.entries(ledger.figures).flatMap(([id, { shown }]) => shown.map(({ text }) => `${id} ${text}`)));

describe("when research is 24 and scholarships are 55", () => {
  const changed = (): readonly string[] =>
    Object.keys(built.ledger.figures).filter(
      (id) => built.ledger.figures[id]?.exact !== moved.ledger.figures[id]?.exact,
    );

  test("every figure derived from them has moved, and no other", () => {
    const cells = ["anso.research.share_2022", "anso.scholarships.share_2022"];
    const rests = new Set(cells);
    for (let size = 0; size !== rests.size;) {
      size = rests.size;
      for (const [id, { from }] of Object.entries(built.ledger.figures))
        if (from.some((each) => rests.has(each))) rests.add(id);
    }
    expect(changed().toSorted()).toEqual([...rests].toSorted());
  });

  test("the page prints what the ledger says, and nothing that it printed before", () => {
    const now = pairs(moved.ledger);
    const printed = new Set(boundIn(moved.text("index.html")).map(([id, text]) => `${id} ${text}`));
    expect([...printed].filter((pair) => !now.has(pair))).toEqual([]);
    const stale = [...pairs(built.ledger)].filter((pair) => !now.has(pair));
    expect(stale.length).toBeGreaterThan(10);
    expect(stale.filter((pair) => printed.has(pair))).toEqual([]);
  });

  test("the tables and charts follow", () => {
    expect(moved.text("tables/anso-shares.csv")).toContain("research,Research projects,30,24");
    expect(moved.text("tables/anso-money.csv")).toContain("research,Research projects,27.3,");
    expect(moved.text("tables/anso-money.csv")).not.toContain(",33.81,");
    const texts = (which: Built, id: string): readonly string[] =>
      [...which.text(`charts/${id}.svg`).matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = ""]) => text);
    for (const [id, before, after] of [
      ["anso-shares", "56", "55"],
      ["anso-shares", "23", "24"],
      ["anso-shift", "+6.5", "+8.0"],
    ] as const) {
      expect(texts(built, id)).toContain(before);
      expect(texts(moved, id)).toContain(after);
      expect(texts(moved, id)).not.toContain(before);
    }
  });

  test("the PDF reads as the page does, sentence by sentence", async () => {
    for (const brief of [built, moved]) {
      const pdf = await readPdf(brief.files.get("belt-and-road-science.pdf") ?? new Uint8Array());
      // What a chart says of itself stands under its drawing on the page, and for the drawing in the PDF.
      const read = squeezed([...(pdf?.read ?? []), ...(pdf?.alternatives ?? [])].join(" "));
      const said = paragraphs(brief.text("index.html")).map(squeezed);
      expect(said.length).toBeGreaterThan(10);
      expect(said.filter((paragraph) => !read.includes(paragraph))).toEqual([]);
    }
  });
});

const squeezed = (text: string): string => text.replace(/\s+/g, "");

/** The paragraphs of a page that show figures, as text. */
function paragraphs(html: string): readonly string[] {
  return [...html.matchAll(/<p\b[^>]*>((?:(?!<\/p>)[\s\S])*data-figure(?:(?!<\/p>)[\s\S])*)<\/p>/g)].map(
    ([, inner = ""]) =>
      inner
        .replace(/<[^>]+>/g, "")
        .replaceAll("&amp;", "&")
        .replaceAll("&lt;", "<")
        .replaceAll("&quot;", '"'),
  );
}
