import { diffLedgers, type FigureDiff } from "../ledger/diff.ts";
import { diffMarkdown } from "../ledger/diff-text.ts";
import type { Ledger } from "../model/figure.ts";

/** What is proposed to an editor: a line, and a text in Markdown. */
export interface Proposal {
  readonly title: string;
  readonly body: string;
}

/** What a proposal tells besides the figures. */
export interface Regenerated {
  readonly old: Ledger;
  readonly now: Ledger;
  /** The charts that are drawn otherwise than in the last edition, by id. */
  readonly charts: readonly string[];
  /** What became of the checks, one line each. */
  readonly checks: readonly string[];
}

/** Proposes a new edition where figures moved since the last one: flipped words first, then figures, charts and checks. */
export function proposalOf({ old, now, charts, checks }: Regenerated): Proposal | undefined {
  const diff = diffLedgers(old, now);
  if (diff.moved === 0) return undefined;
  const flips = diff.figures.flatMap(flipsOf);
  const [flip] = flips;
  const title = `${now.brief}: ${diff.moved} ${diff.moved === 1 ? "figure" : "figures"} moved${flip === undefined ? "" : `, ${flip}`}`;
  const pictures = charts.map(
    (id) =>
      `- \`${id}\`: data/${old.brief}/editions/${old.edition}/charts/${id}.svg → out/${now.brief}/charts/${id}.svg`,
  );
  const parts = [
    ...(flips.length === 0 ? [] : [flips.join("\n")]),
    diffMarkdown(diff).trimEnd(),
    ...(pictures.length === 0 ? [] : [`## Charts drawn otherwise (${pictures.length})\n\n${pictures.join("\n")}`]),
    `## Checks\n\n${checks.map((line) => `- ${line}`).join("\n")}`,
  ];
  return { title: `${title}\n`, body: `${parts.join("\n\n")}\n` };
}

const flipsOf = ({ id, shows }: FigureDiff): readonly string[] =>
  (shows?.flips ?? []).map((flip) => `“${flip.old}” became “${flip.new}” (${id}, in ${flip.where})`);
