import type { Inline } from "../../../model/doc.ts";
import type { Content, Run } from "./content.ts";
import { inBold, runs, words } from "./inlines.ts";
import type { Setting } from "../setting.ts";

/** "Table 1." in bold, then the words. */
export const captionRuns = (label: string, number: number, text: readonly Inline[], setting: Setting): Run[] => [
  words(`${label}\u00a0${number}.`, { bold: true, color: setting.palette.accent }),
  words(" "),
  ...inBold(runs(text, setting)),
];

/** The line under a table or chart that names its source; none when there is nothing to name. */
export function sourceLine(source: readonly Inline[], setting: Setting): Content[] {
  if (source.length === 0) return [];
  const label = words(`${setting.language.labels.source}: `);
  return [{ kind: "text", text: [label, ...runs(source, setting)], style: "source", margin: [0, 4, 0, 0] }];
}
