import type { Content, FrameContent } from "./content.ts";
import type { Setting } from "../setting.ts";

/** Content on the tinted ground, in one piece where it can be. */
export function box(
  stack: readonly Content[],
  place: { readonly indent: number; readonly padding: number; readonly above: number; readonly bar?: boolean },
  setting: Setting,
): FrameContent {
  const { palette } = setting;
  const [first, ...others] = stack;
  const [left = 0, , right = 0, bottom = 0] = first?.margin ?? [];
  // The box has its own space above; its first line needs no more.
  const top: Content[] = first === undefined ? [] : [{ ...first, margin: [left, 0, right, bottom] }];
  return {
    kind: "frame",
    stack: [...top, ...others],
    padding: place.padding,
    fill: palette.tint,
    bar: place.bar === true ? palette.accent : undefined,
    keep: "together",
    margin: [place.indent, place.above, 0, place.above / 2],
  };
}
