import type { HelperDelegate } from "handlebars";
import { readCall, type Call } from "./arguments.ts";
import { callout, chart, key, keyFigures, table } from "./block-helpers.ts";
import type { Helpers } from "./expand.ts";
import { lang } from "./languages.ts";
import { move } from "./move.ts";
import { about, count, figure, list, range, textCell } from "./number-helpers.ts";
import type { Origin } from "./origin.ts";
import { abbr, discrepancy, note, section, see } from "./reference-helpers.ts";
import { says } from "./says.ts";
import type { Workshop } from "./workshop.ts";

const INLINE = {
  figure,
  about,
  range,
  count,
  move,
  says,
  list,
  text: textCell,
  note,
  discrepancy,
  see,
  section,
  abbr,
  lang,
  table,
  chart,
  key,
};
const BLOCK = { callout, lang, key, "key-figures": keyFigures };

/** All helpers of a template, for one brief and one template. */
export function helpersFor(workshop: Workshop, origin: Origin): Helpers {
  const bind = (helpers: Readonly<Record<string, (call: Call) => string>>): Record<string, HelperDelegate> =>
    Object.fromEntries(
      Object.entries(helpers).map(([name, helper]) => [
        name,
        (...values: unknown[]) => helper(readCall(workshop, origin, name, values)),
      ]),
    );
  return { inline: bind(INLINE), block: bind(BLOCK) };
}
