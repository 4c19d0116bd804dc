import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import { readFrozen, type Frozen } from "../../pipeline/editions/frozen.ts";
import type { Drawing } from "../../pipeline/model/drawing.ts";
import { drawnTexts } from "../../pipeline/prove/drawn-texts.ts";
import { bare } from "../../pipeline/prove/reading.ts";
import { brief, host } from "../chart/fixture.ts";
import { GALLERY } from "../chart/gallery.ts";
import { theme } from "../chart/house.ts";

/** Drawings of editions are input: what Footing draws is read, and nothing else is. */

const FILE = readFileSync(
  join(import.meta.dirname, "../../data/belt-and-road-science/editions/2023-06-20/charts/anso-shares.svg"),
  "utf8",
);

function read(file: string, house = theme, known: ReadonlySet<string> = new Set()): Frozen {
  const frozen = readFrozen(file, house, known);
  if ("wrong" in frozen) throw new Error(frozen.wrong);
  return frozen;
}

describe("every chart that Footing draws", () => {
  let drawings: readonly Drawing[] = [];
  beforeAll(async () => {
    drawings = [...((await chart(brief(GALLERY), host)).value?.drawings.values() ?? [])];
  }, 120_000);

  test("is read back, with all that it prints", async () => {
    expect(drawings).toHaveLength(GALLERY.length);
    for (const { download, wide } of drawings)
      expect(read(download.svg).texts.map(bare)).toEqual(await drawnTexts(wide.svg));
  });

  test("has the colours of the page, and is drawn as the page draws it", () => {
    const inner = (svg: string): string => svg.replace(/^<svg[^>]*>/, "");
    for (const { download, wide } of drawings) {
      const known = new Set([...wide.svg.matchAll(/var\(--(\w+)\)/g)].map(([, name = ""]) => name));
      expect(inner(read(download.svg, theme, known).picture.svg)).toBe(inner(wide.svg));
    }
  });
});

test("the file of an edition is a drawing with its size, its title and its description", () => {
  const { picture, title, description, texts } = read(FILE);
  expect(picture).toMatchObject({ width: 640, height: 240 });
  expect(title).toBe("Scholarships take more than half of ANSO’s plan for 2022");
  expect(description).toMatch(/^Share of the year’s money by sector/);
  expect(texts).toContain("Scholarships");
  expect(picture.svg).not.toMatch(/#[0-9a-f]{6}|<(?:title|desc|style|rect)/);
});

test("one whose colours the theme has no longer keeps them, and its ground", () => {
  const light = { ...theme.colour.light, accent: "#123456", series1: "#123456" };
  const { svg } = read(FILE, { ...theme, colour: { ...theme.colour, light } }).picture;
  expect(svg).toContain('<rect width="640" height="240" fill="#fdfcf9"/>');
  expect(svg).toContain("#0b4f6c");
  expect(svg).not.toContain("var(");
});

describe("of what no drawing of Footing's holds, the first is named", () => {
  const within = (more: string): string => FILE.replace("</svg>", `${more}</svg>`);
  test.each<[string, string, string]>([
    ["a script", within("<script>1</script>"), "<script>"],
    ["a handler", FILE.replace("<text ", '<text onload="x" '), 'onload="x"'],
    ["a style", FILE.replace("<text ", '<text style="fill:red" '), 'style="fill:red"'],
    ["a link", within('<a href="x"><text>x</text></a>'), "<a>"],
    ["a picture", within('<image href="x.png"/>'), "<image>"],
    ["a use", within('<use href="#x"/>'), "<use>"],
    ["markup of another kind", within("<foreignObject><p>x</p></foreignObject>"), "<foreignObject>"],
    ["a class", FILE.replace("<text ", '<text class="x" '), 'class="x"'],
    ["an address for a colour", FILE.replace(/fill="#0b4f6c"/, 'fill="url(https://example.org/x)"'), "fill="],
    ["a drawing within", within("<svg></svg>"), "<svg>"],
    ["a text within a text", FILE.replace("Scholarships</text>", "<text>x</text></text>"), "<text>"],
    ["a style sheet", FILE.replace("</title>", "</title><style>@import 'x'</style>"), "a style sheet of its own"],
    ["a style sheet further in", within("<g><style></style></g>"), "<style>"],
    ["a comment", within("<!-- x -->"), "<!--"],
    ["a declaration", `<!DOCTYPE svg>${FILE}`, "<!DOCTYPE"],
    ["an entity", FILE.replace(">Scholarships<", ">&x;<"), "&x;"],
    ["text outside of texts", within("x"), '"x" outside of a text'],
    ["a tag left open", within("<g>"), "</svg>"],
    ["nothing after the half of it", FILE.slice(0, FILE.lastIndexOf("<g")), "cut off"],
    ["a file that is none", "", "cut off"],
    ["a value without quotes", FILE.replace('x2="0"', "x2=0"), "<line"],
    ["a control character", FILE.replace(">Scholarships<", ">\u0007<"), '"\u0007"'],
    ["another namespace", FILE.replace("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"), "xmlns="],
    ["no size", FILE.replace(' viewBox="0 0 640 240"', ""), "without its size"],
  ])("%s", (_, file, what) => {
    expect(file).not.toBe(FILE);
    const frozen = readFrozen(file, theme, new Set());
    expect("wrong" in frozen ? frozen.wrong : "nothing").toContain(what);
  });
});
