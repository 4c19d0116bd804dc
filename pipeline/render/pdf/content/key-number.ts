import type { Inline } from "../../../model/inline.ts";
import type { Setting } from "../setting.ts";
import { keySize } from "../styles.ts";
import type { Run } from "./content.ts";
import { runs } from "./inlines.ts";

/** A number with its unit, from the word that the number stands in to the end. */
const WITH_UNIT = /\S*\p{N}\P{N}*$/u;

/** A number to take away: its unit stays in its line, if the line is long enough for both. */
export function keyNumber(number: readonly Inline[], width: number, setting: Setting): readonly Run[] {
  const { typefaces, theme } = setting;
  const fits = (text: string): boolean =>
    typefaces.width({ family: theme.type.sans, weight: 600, italic: false }, text, keySize(theme)) <= width;
  return runs(number, setting).map((run) => ({
    ...run,
    text: run.text.replace(WITH_UNIT, (text) => (fits(text) ? text.replaceAll(" ", "\u00A0") : text)),
  }));
}
