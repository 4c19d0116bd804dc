import { create } from "fontkit";
import { expect, test } from "vitest";
import { chartFiles } from "../../pipeline/render/chart-file.ts";
import { wholeGroups } from "../../pipeline/type/letter-groups.ts";
import { doc } from "./pdf/fixture.ts";
import { drawings, theme, typefaces } from "./pdf/house.ts";

const RULE = /font-weight: (\d+);( font-style: italic;)? src: url\(data:font\/woff2;base64,([^)]+)\)/g;

test("a chart's file brings along a typeface for each weight that it prints, with the groups of its letters and no others", async () => {
  const letters = [
    { weight: 400, italic: false, characters: "Ab–9" },
    { weight: 600, italic: false, characters: "Zé" },
  ] as const;
  const lettered = new Map([...drawings()].map(([id, drawing]) => [id, { ...drawing, letters }]));
  const files = await chartFiles({ doc, drawings: lettered, theme }, await typefaces());
  expect(files.size).toBe(1);
  const [svg = ""] = files.values();
  const fonts = [...svg.matchAll(RULE)].map(([, weight, , bytes]) => {
    const font = create(Buffer.from(bytes ?? "", "base64"));
    if (!("characterSet" in font)) throw new Error("no font");
    return [Number(weight), String.fromCodePoint(...font.characterSet.filter((code) => code !== 0xffff))];
  });
  expect(fonts).toEqual([
    [400, wholeGroups("9Ab–")],
    [600, wholeGroups("Zé")],
  ]);
});
