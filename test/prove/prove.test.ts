import { deflateSync, inflateSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import type { Rendered } from "../../pipeline/model/brief.ts";
import { provePage } from "../../pipeline/prove/page.ts";
import { provePdf } from "../../pipeline/prove/pdf.ts";
import { prove } from "../../pipeline/prove/prove.ts";
import { openHost } from "../../pipeline/host/host.ts";
import { renderedSample } from "./sample-brief.ts";

let brief: Rendered;
let html: string;
let pdf: Uint8Array;

beforeAll(async () => {
  brief = await renderedSample();
  html = new TextDecoder().decode(brief.files.get("index.html"));
  pdf = brief.files.get("belt-and-road-science.pdf") ?? new Uint8Array();
});

test("the sample's page and PDF say what the sample says", async () => {
  const { value, problems } = await prove(brief, openHost({ data: "", templates: "", out: "" }));
  expect(problems).toEqual([]);
  expect(value?.proof.page).toBeGreaterThan(500);
  expect(value?.proof.pdf).toBeGreaterThan(500);
});

/** The page with the first stretch that a pattern finds replaced. */
function changed(from: RegExp, to: string): string {
  expect(html).toMatch(from);
  return html.replace(from, to);
}

const FROM_30 = /(data-figure="anso\.research\.share_2021">)30/;

test.each([
  ["a number in a sentence", FROM_30, "$131", "proof/text"],
  ["a number of a table", /(<td class="end"><a [^>]*><data value="8" data-figure="[^"]*">)8/, "$19", "proof/text"],
  ["a number for machines", /value="30"( data-figure="anso\.research\.share_2021")/, 'value="31"$1', "proof/number"],
  [
    "the figure that a number is bound to",
    /data-figure="anso\.research\.share_2021"/,
    'data-figure="anso.x"',
    "proof/number",
  ],
  [
    "a number unbound",
    /<data value="30" data-figure="anso\.research\.share_2021">30(?:&nbsp;|\u00A0)?[^<]*<\/data>/,
    "30",
    "proof",
  ],
  ["a label inside a drawing", /(<text[^>]*>)42(<\/text>)/, "$143$2", "proof/text"],
  ["a text alternative", /(<desc[^>]*>[^<]*?)2022/, "$12023", "proof/text"],
  ["a note", /(<li id="note-3"[^>]*>[^<]*)/, "$1 7", "proof"],
  ["the number of a note’s mark", /(role="doc-noteref"[^>]*>)1</, "$12<", "proof/text"],
  ["a number more", /<\/p>(\s*<\/section>)/, " in 4 countries</p>$1", "proof"],
  ["a word of direction", /(class="word"[^>]*>)fell/, "$1rose", "proof/text"],
  ["a word that nobody bound", /larger/, "smaller", "proof/text"],
  ["a number outside the text", /<\/main>/, "<p>Call 555 0123</p></main>", "proof/number"],
  ["the description for search engines", /(<meta name="description" content="[^"]*)2022/, "$12023", "proof/text"],
  ["a number in a formula that is told", /(33\.81) − 27\.3/, "$1 − 27.8", "proof/text"],
  ["the line that a number stands in", /(23.per cent<\/b>[^<]*line.)19/, "$118", "proof/text"],
  ["a line that a number leads to", /<dt id="made_2">total_2022[\s\S]*?<\/dd>/, "", "proof/text"],
  ["an id", /id="note-3"/, 'id="note-3x"', "proof/text"],
] as const)("%s changed in the page is found", async (_, from, to, code) => {
  const { problems } = await provePage(changed(from, to), brief);
  expect(problems.map((problem) => problem.code).join(" ")).toContain(code);
  expect(problems.length).toBeLessThan(6);
});

test("a problem of the page stands where the author wrote the number, and is one", async () => {
  const { problems } = await provePage(changed(FROM_30, "$131"), brief);
  expect(problems).toMatchObject([
    {
      code: "proof/text",
      place: { file: "data/belt-and-road-science/anso.yaml" },
      about: ["anso.research.share_2021"],
    },
  ]);
});

const latin = new TextDecoder("latin1");
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0);

/** The PDF with its streams opened, changed and closed again; its places of objects are left to the reader to mend. */
function withStreams(change: (stream: string) => string): Uint8Array {
  const parts: string[] = [];
  const whole = latin.decode(pdf);
  let at = 0;
  for (const match of whole.matchAll(/\/Length (\d+)\n?\/Filter \/FlateDecode\n?>>\nstream\n/g)) {
    const start = match.index + match[0].length;
    const length = Number(match[1]);
    const stream = latin.decode(inflateSync(pdf.subarray(start, start + length)));
    const next = change(stream);
    if (next === stream) continue;
    const packed = latin.decode(deflateSync(bytesOf(next)));
    parts.push(whole.slice(at, match.index), match[0].replace(String(length), String(packed.length)), packed);
    at = start + length;
  }
  expect(parts.length).toBeGreaterThan(0);
  return bytesOf([...parts, whole.slice(at)].join(""));
}

test("the PDF, its streams packed anew, still says what the brief says", async () => {
  const same = withStreams((stream) => (stream.includes(" Tf\n") ? `${stream}\n` : stream));
  expect((await provePdf(same, brief)).problems).toEqual([]);
});

test("any one glyph of the PDF that is put for another is found", async () => {
  // The first text of the first page: the last glyph of its hexadecimal string becomes another glyph of the subset.
  let done = 0;
  const other = withStreams((stream) =>
    stream.replace(/<([0-9a-f]{8,})>/, (whole, codes: string) => {
      done += 1;
      if (done > 1) return whole;
      const last = codes.slice(-4);
      return `<${codes.slice(0, -4)}${last === "0001" ? "0002" : "0001"}>`;
    }),
  );
  expect((await provePdf(other, brief)).problems.map(({ code }) => code)).toContain("proof/text");
});

test("a PDF drawn from another number, word or note is found", async () => {
  const { render } = await import("../../pipeline/render/render.ts");
  const text = JSON.stringify(brief.doc);
  const swapped = async (from: string, to: string): Promise<readonly string[]> => {
    expect(text).toContain(from);
    const doc = JSON.parse(text.replace(from, to)) as Rendered["doc"];
    const host = openHost({ data: "", templates: "", out: "" });
    const other = await render({ ...brief, doc }, host);
    const bytes = other.value?.files.get("belt-and-road-science.pdf") ?? new Uint8Array();
    return (await provePdf(bytes, brief)).problems.map(({ code }) => code);
  };
  expect(await swapped('"text":"30"', '"text":"31"')).toContain("proof/text");
  expect(await swapped('"text":"fell"', '"text":"rose"')).toContain("proof/text");
  expect(await swapped("laboratories", "lavatories")).toContain("proof/text");
  expect(await swapped('"text":"Bar chart"', '"text":"Dot plot"')).toContain("proof/text");
});

test("bytes that are no PDF are a problem, not an exception", async () => {
  expect((await provePdf(bytesOf("%PDF-1.7 nothing"), brief)).problems).toMatchObject([{ code: "proof/text" }]);
});
