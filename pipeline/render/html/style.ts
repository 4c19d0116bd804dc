import type { Palette, Theme } from "../../model/theme.ts";
import { byCodeUnit } from "../../model/id.ts";
import { remembering } from "../../model/remembered.ts";

/**
 * The theme as CSS variables: colours for light and dark, for print, for more contrast and for forced colours. Those
 * that neither the style sheet nor the page asks for are left out. Families of scripts stand behind the house's own.
 */
export function variablesCss(theme: Theme, css: string, body: string, scripts: readonly string[]): string {
  const used = new Set(
    [css, body].flatMap((text) => [...new Set(text.match(/var\(--\w+/g))].map((name) => name.slice(6))),
  );
  const declarations = (values: Readonly<Record<string, string>> | Partial<Palette>): string =>
    Object.entries(values)
      .filter(([name]) => used.has(name))
      .toSorted(([a], [b]) => byCodeUnit(a, b))
      .map(([name, value]) => `--${name}: ${value};`)
      .join(" ");
  const families = (own: string): string => [own, ...scripts].map((family) => `"${family}"`).join(", ");
  const { light, dark } = theme.colour;
  const fixed = {
    size: `${(theme.type.pageSize / 16) * 100}%`,
    measure: `${theme.page.measure}rem`,
    serif: `${families(theme.type.text)}, text, Georgia, serif`,
    sans: `${families(theme.type.sans)}, sans, Arial, sans-serif`,
  };
  // Each block says what it changes of those above it; dark and contrast are the screen's, and leave paper as it is.
  return [
    `:root { color-scheme: light dark; ${declarations(fixed)} ${declarations(light)} }`,
    `@media screen and (prefers-color-scheme: dark) { :root { ${declarations(dark)} } }`,
    `@media screen and (prefers-contrast: more) { :root { ${declarations(contrasting(light, "#ffffff", "#000000"))} } }`,
    `@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { ${declarations(contrasting(dark, "#000000", "#ffffff"))} } }`,
    `@media print { :root { color-scheme: only light; ${declarations({ background: "#ffffff", mark: "transparent" })} } }`,
    `@media (forced-colors: active) { :root { ${declarations(SYSTEM_COLOURS)} } }`,
    "",
  ].join("\n");
}

/** What is other than in the palette where a reader asks for more contrast. */
const contrasting = (palette: Palette, background: string, ink: string): Partial<Palette> => ({
  background,
  ink,
  muted: ink,
  line: palette.muted,
});

// The reader's own colours (CSS Color 4, 10.2). Drawings need them by name: forced colours leave fills alone.
const SYSTEM_COLOURS: Palette = {
  background: "Canvas",
  ink: "CanvasText",
  muted: "CanvasText",
  line: "GrayText",
  tint: "Canvas",
  accent: "LinkText",
  warm: "CanvasText",
  mark: "Canvas",
  bar: "GrayText",
  rising: "LinkText",
  falling: "CanvasText",
  undetermined: "GrayText",
  series1: "LinkText",
  series2: "CanvasText",
  series3: "CanvasText",
  series4: "GrayText",
  series5: "GrayText",
  // Numbers in the cells of a heat map have the ink on the lower classes and the ground on the higher ones.
  ramp1: "Canvas",
  ramp2: "Canvas",
  ramp3: "Canvas",
  ramp4: "CanvasText",
  ramp5: "CanvasText",
  low2: "CanvasText",
  low1: "Canvas",
  high1: "Canvas",
  high2: "CanvasText",
};

const QUOTED = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/;

/** So many characters of style sheets are remembered: faces, of some 30 KB each, are longer than all else. */
const MOST_CHARACTERS = 2_000_000;
const light = remembering<string>(MOST_CHARACTERS, ({ length }) => length);

/** A style sheet without comments, indents and empty lines, and with no way to end the style element. */
export const lightened = (css: string): string => light(css, () => lightenedAnew(css));

function lightenedAnew(css: string): string {
  const bare = css.replace(
    new RegExp(`${QUOTED.source}|/\\*[\\s\\S]*?\\*/`, "g"),
    (_, quoted: string | undefined) => quoted ?? "",
  );
  return bare
    .split(QUOTED)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s*\n\s*/g, "\n")
            .replace(/[ \n]*([{};,])[ \n]*/g, "$1")
            // A name and its value; selectors have no blank behind a colon.
            .replace(/(?<=[\w-]): /g, ":")
            .replaceAll(";}", "}"),
    )
    .join("")
    .replaceAll("</", "<\\/")
    .trim();
}
