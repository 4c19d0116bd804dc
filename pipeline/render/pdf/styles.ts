import type { FamilyName, Theme } from "../../model/theme.ts";

/** How a kind of text is set. */
export interface Style {
  readonly font: FamilyName;
  readonly fontSize: number;
  /** From line to line, in points. */
  readonly lineHeight: number;
  readonly color: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly characterSpacing?: number;
  readonly fontFeatures?: readonly string[];
}

const STYLE_NAMES = [
  "text",
  "quote",
  "series",
  "title",
  "subtitle",
  "imprint",
  "heading1",
  "heading2",
  "heading3",
  "calloutHeading",
  "caption",
  "subcaption",
  "source",
  "cell",
  "headCell",
  "totalCell",
  "note",
  "noteNumber",
  "continued",
  "contents",
  "contentsPage",
  "keyNumber",
  "keyLabel",
  "running",
  "draft",
] as const;
export type StyleName = (typeof STYLE_NAMES)[number];
export type Styles = Readonly<Record<StyleName, Style>>;

/** The size of numbers to take away, in points. */
export const keySize = ({ type }: Pick<Theme, "type">): number => type.heading + 4;

// Running text takes old-style figures, tables such as stand under each other.
const OLD_STYLE = ["onum", "pnum"];
const TABULAR = { fontFeatures: ["tnum", "lnum"] };

/** Every style of the PDF, from the theme's sizes and its light palette. */
export function stylesFor(theme: Theme): Styles {
  const { type } = theme;
  const palette = theme.colour.light;
  const { ink, muted, accent } = palette;
  const set = (
    font: FamilyName,
    fontSize: number,
    leading: number,
    color: string,
    more: Partial<Style> = {},
  ): Style => ({
    font,
    fontSize,
    lineHeight: fontSize * leading,
    color,
    ...more,
  });
  const sans = (size: number, leading: number, color: string, more: Partial<Style> = {}): Style =>
    set(type.sans, size, leading, color, more);
  const bold = { bold: true };
  return {
    text: set(type.text, type.size, type.leading, ink, { fontFeatures: OLD_STYLE }),
    quote: set(type.text, type.size, type.leading, muted, { fontFeatures: OLD_STYLE }),
    series: sans(type.note + 0.5, 1.3, accent, { bold: true, characterSpacing: 0.3 }),
    title: sans(type.title, 1.14, ink, bold),
    subtitle: sans(type.subheading + 2, 1.3, muted),
    imprint: sans(type.note + 0.5, 1.4, muted),
    heading1: sans(type.heading, 1.2, ink, bold),
    heading2: sans(type.subheading, 1.25, ink, bold),
    heading3: sans(type.size, 1.3, muted, bold),
    calloutHeading: sans(type.size, 1.3, accent, bold),
    caption: sans(type.size - 0.5, 1.3, ink),
    subcaption: sans(type.table, 1.3, muted),
    source: sans(type.note - 0.5, 1.35, muted),
    cell: sans(type.table, 1.25, ink, TABULAR),
    headCell: sans(type.table, 1.2, ink, { ...bold, ...TABULAR }),
    totalCell: sans(type.table, 1.25, ink, { ...bold, ...TABULAR }),
    note: sans(type.note, 1.35, ink),
    noteNumber: sans(type.note, 1.35, accent),
    continued: sans(type.table, 1.3, muted, { italics: true }),
    contents: sans(type.size, 1.5, ink),
    contentsPage: sans(type.size, 1.5, muted, TABULAR),
    keyNumber: sans(keySize(theme), 1.15, accent, bold),
    keyLabel: sans(type.table, 1.3, ink),
    draft: sans(type.title * 6, 1, palette.tint, { ...bold, characterSpacing: type.title * 0.3 }),
    running: sans(type.note - 0.5, 1.2, muted),
  };
}
