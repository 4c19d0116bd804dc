import type { Content, TableContent } from "./content.ts";
import type { Setting } from "./setting.ts";

/** Content on the tinted ground, in one piece where it can be. */
export function box(
  stack: Content[],
  place: { readonly indent: number; readonly padding: number; readonly above: number; readonly bar?: boolean },
  setting: Setting,
): TableContent {
  const { palette } = setting;
  const first = stack[0];
  // The box has its own space above; its first line needs no more.
  if (first?.margin !== undefined) first.margin[1] = 0;
  const bar = place.bar === true ? 2.5 : 0;
  return {
    table: { widths: ["*"], body: [[{ stack }]] },
    layout: {
      hLineWidth: () => 0,
      hLineColor: () => palette.tint,
      vLineWidth: (line) => (line === 0 ? bar : 0),
      vLineColor: () => palette.accent,
      paddingLeft: () => place.padding,
      paddingRight: () => place.padding,
      paddingTop: () => place.padding - 2,
      paddingBottom: () => place.padding,
      fillColor: palette.tint,
    },
    keep: "together",
    margin: [place.indent, place.above, 0, place.above / 2],
  };
}
