import { COLOUR_NAMES, type ColourName, type Palette } from "../model/theme.ts";

/** How specs write a colour of the theme: `theme:accent`. Vega hands it through to the SVG as it stands. */
const THEME_COLOUR = /^theme:([a-z]+\d?)$/;

/** The name that a colour as written in a spec stands for, or undefined when the theme has no such colour. */
export function colourName(written: string): ColourName | undefined {
  if (written === "white") return "background";
  const name = THEME_COLOUR.exec(written)?.[1];
  return COLOUR_NAMES.find((each) => each === name);
}

/** What a named colour becomes in a finished SVG. */
export type Painter = (name: ColourName) => string;

/** Literal colours of one ground. */
export const literal =
  (palette: Palette): Painter =>
  (name) =>
    palette[name];

/** Literal colours on white paper. */
export const onPaper =
  (palette: Palette): Painter =>
  (name) =>
    name === "background" ? "#ffffff" : palette[name];

/** CSS variables, which the page sets for its light and its dark ground. */
export const cssVariable: Painter = (name) => `var(--${name})`;
