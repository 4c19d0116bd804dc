import type { Abbreviation, Inline } from "../model/inline.ts";
import { ABSENCES, FLAGS, type Absence, type Figure, type Flag, type Gap } from "../model/figure.ts";
import type { Label } from "../model/language.ts";
import type { Place } from "../model/place.ts";
import type { Workshop } from "./workshop.ts";

const ABSENCE_LABELS = {
  missing: "missing",
  confidential: "confidential",
  "not-applicable": "notApplicable",
} as const satisfies Record<Absence, Label>;

/** The letters that stand behind a number (Eurostat; SDMX CL_OBS_STATUS). */
const LETTERS = { provisional: "p", estimated: "e", revised: "r", break: "b" } as const satisfies Record<Flag, string>;

/** What a gap's cell shows: its symbol, with what that means. */
export const gapInline = (gap: Gap, workshop: Workshop, place: Place): Abbreviation => ({
  kind: "abbreviation",
  text: gap.symbol,
  title: workshop.brief.language.labels[ABSENCE_LABELS[gap.absence]],
  place,
});

/** What stands behind a flagged number: a letter for each of its flags. */
export function flagInlines(figure: Figure, workshop: Workshop, place: Place): readonly Inline[] {
  const { flags = [] } = figure;
  const letters = flags.map((flag): Inline => ({
    kind: "abbreviation",
    text: LETTERS[flag],
    title: workshop.brief.language.labels[flag],
    place,
  }));
  return letters.length === 0 ? [] : [{ kind: "text", text: "\u00A0", place }, ...letters];
}

/** The legend of the symbols and letters that stand in some cells: `p provisional; c confidential`. */
export function legendText(figures: readonly Figure[], gaps: readonly Gap[], workshop: Workshop): string | undefined {
  const { labels } = workshop.brief.language;
  const flags = new Set(figures.flatMap((figure) => figure.flags ?? []));
  const ofFlags = FLAGS.filter((flag) => flags.has(flag)).map((flag) => `${LETTERS[flag]}\u00A0${labels[flag]}`);
  const ofGaps = ABSENCES.flatMap((absence) => {
    const symbols = gaps.filter((gap) => gap.absence === absence).map((gap) => gap.symbol);
    const label = labels[ABSENCE_LABELS[absence]];
    return [...new Set(symbols)].filter((symbol) => symbol !== label).map((symbol) => `${symbol}\u00A0${label}`);
  });
  const entries = [...ofFlags, ...ofGaps];
  return entries.length === 0 ? undefined : entries.join("; ");
}
