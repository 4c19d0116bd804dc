import type { Inline } from "../../../model/inline.ts";
import type { Content, Run } from "./content.ts";
import { inBold, runs, words } from "./inlines.ts";
import type { Setting } from "../setting.ts";

/** "Table 1." in bold, then the words. */
export const captionRuns = (label: string, number: number, text: readonly Inline[], setting: Setting): Run[] => [
  words(`${label}\u00a0${number}.`, { bold: true, color: setting.palette.accent }),
  words(" "),
  ...inBold(runs(text, setting)),
];

/** The line under a table or chart that names its source, and where its rows are; none when there is nothing to name. */
export function sourceLine(source: readonly Inline[], data: readonly Inline[], setting: Setting): Content[] {
  const label = words(`${setting.language.labels.source}: `);
  const named = source.length === 0 ? [] : [label, ...runs(source, setting)];
  const text = [...named, ...(named.length > 0 && data.length > 0 ? [words(" ")] : []), ...runs(data, setting)];
  return text.length === 0 ? [] : [{ kind: "text", text, style: "source", margin: [0, 4, 0, 0] }];
}
