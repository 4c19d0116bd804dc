import { inflateSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { builtSample, type Built } from "./built.ts";

/** A house changes its brand in templates/house/theme.yaml: page, PDF and charts follow. */

// As a first edition: one that follows another shows its charts as they were there, in the old colours.
const first = ["brief.yaml", "kind: correction", "kind: first"] as const;

let before: Built;
let after: Built;
beforeAll(async () => {
  const theme = "templates/house/theme.yaml";
  before = await builtSample([first], ["editions"]);
  after = await builtSample(
    [
      first,
      [theme, 'accent: "#0b4f6c"', 'accent: "#7a1f5c"'],
      [theme, 'rising: "#3f86b0"', 'rising: "#4c7a34"'],
      [theme, "sans: Source Sans 3", "sans: Source Serif 4"],
    ],
    ["editions"],
  );
}, 120_000);

/** The painted colours and the text of a PDF's streams, as PDF writes them. */
function streams({ files }: Built): string {
  const bytes = files.get("belt-and-road-science.pdf") ?? new Uint8Array();
  const whole = new TextDecoder("latin1").decode(bytes);
  return [...whole.matchAll(/\/Length (\d+)\n?\/Filter \/FlateDecode\n?>>\nstream\n/g)]
    .map((match) => {
      const start = match.index + match[0].length;
      return new TextDecoder("latin1").decode(inflateSync(bytes.subarray(start, start + Number(match[1]))));
    })
    .join("\n");
}

/** The colours that something is painted in, as #rrggbb. */
const painted = (pdf: string): readonly string[] =>
  [...pdf.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|scn|SCN)\n/g)].map(
    ([, ...parts]) =>
      `#${parts
        .map((part) =>
          Math.round(Number(part) * 255)
            .toString(16)
            .padStart(2, "0"),
        )
        .join("")}`,
  );

test("the page takes the new colours, and its charts by its variables", () => {
  expect(after.text("index.html")).toContain("#7a1f5c");
  expect(after.text("index.html")).not.toContain("--accent: #0b4f6c");
  expect(after.text("index.html")).toMatch(/<svg[\s\S]*var\(--rising\)/);
  expect(after.text("index.html")).toContain("#4c7a34");
});

test("the charts to take away have the new colours and typeface in them", () => {
  expect(before.text("charts/anso-shift.svg")).toContain("#3f86b0");
  expect(after.text("charts/anso-shift.svg")).toContain("#4c7a34");
  expect(after.text("charts/anso-shift.svg")).not.toContain("#3f86b0");
  expect(before.text("charts/students.svg")).toContain("Source Sans 3");
  expect(after.text("charts/students.svg")).toContain("Source Serif 4");
  expect(after.text("charts/students.svg")).not.toContain("Source Sans 3");
});

test("the PDF is painted in the new colours, words and charts", () => {
  const [old, now] = [painted(streams(before)), painted(streams(after))];
  for (const [was, is] of [
    ["#0b4f6c", "#7a1f5c"],
    ["#3f86b0", "#4c7a34"],
  ] as const) {
    expect(old).toContain(was);
    expect(now).toContain(is);
    expect(now).not.toContain(was);
  }
});
