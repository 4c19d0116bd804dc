import { diffLedgers, isNews, type FigureDiff, type LedgerDiff } from "../ledger/diff.ts";
import { diffParts, diffSummary } from "../ledger/diff-text.ts";
import type { Ledger } from "../model/figure.ts";
import { fitted, type Part } from "./fitted.ts";

/** What is proposed to an editor: a line, and a text in Markdown. */
export interface Proposal {
  readonly title: string;
  /** What fits into the body of a pull request. */
  readonly body: string;
  /** All of it. */
  readonly whole: string;
  /** The drawings that both show, by their path beside them. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** A chart that is drawn otherwise than in the last edition: both drawings, or the one that there is. */
export interface RedrawnChart {
  readonly chart: string;
  readonly old: string | undefined;
  readonly new: string | undefined;
}

/** What a proposal tells besides the figures. */
export interface Regenerated {
  readonly old: Ledger;
  readonly now: Ledger;
  readonly charts: readonly RedrawnChart[];
  /** The address under which the body's drawings will be found; without it, they stand beside it. */
  readonly chartsAt?: string | undefined;
  /** What became of the checks, one line each. */
  readonly checks: readonly string[];
}

/** GitHub takes 65,536 characters as the body of a pull request, and 256 as its title. */
const MOST = 60_000;
const MOST_TITLE = 200;

/** Proposes a new edition where figures moved since the last one: flipped words first, then figures, charts and checks. */
export function proposalOf(regenerated: Regenerated): Proposal | undefined {
  const { old, now } = regenerated;
  const diff = diffLedgers(old, now);
  if (!diff.figures.some(isNews)) return undefined;
  const parts = (at?: string): readonly Part[] => partsOf(regenerated, diff, at);
  const where = `The whole is out/proposal/${now.brief}/changes.md; a run on GitHub keeps it as its artifact proposal-${now.brief.replace("/", "-")}.`;
  return {
    title: `${titleOf(diff)}\n`,
    body: fitted(parts(regenerated.chartsAt), MOST, where),
    whole: fitted(parts(), Infinity, where),
    drawings: new Map(
      regenerated.charts.flatMap((each) =>
        SIDES.flatMap((side): [string, string][] => {
          const svg = each[side];
          return svg === undefined ? [] : [[drawingPath(each.chart, side), svg]];
        }),
      ),
    ),
  };
}

function titleOf({ new: now, moved, figures }: LedgerDiff): string {
  const news = figures.filter(isNews);
  const isFlagged = news.every(({ shows }) => shows?.flags !== undefined);
  const [count, what] = moved > 0 ? [moved, "moved"] : [news.length, isFlagged ? "with another flag" : "more precise"];
  const title = `${now.brief}: ${count} ${count === 1 ? "figure" : "figures"} ${what}`;
  const [flip] = figures.flatMap(flipsOf);
  const full = flip === undefined ? title : `${title}, ${flip}`;
  return full.length <= MOST_TITLE ? full : title;
}

const SIDES = ["old", "new"] as const;
const NAMES = { old: "before", new: "now" } as const;
const drawingPath = (chart: string, side: "old" | "new"): string => `charts/${chart}.${NAMES[side]}.svg`;

function partsOf({ charts, checks }: Regenerated, diff: LedgerDiff, chartsAt: string | undefined): readonly Part[] {
  const base = chartsAt === undefined ? "" : `${chartsAt.replace(/\/+$/, "")}/`;
  const pictures = charts.map((each) => {
    const cells = SIDES.map((side) =>
      each[side] === undefined ? "" : `![${each.chart}, ${NAMES[side]}](${base}${drawingPath(each.chart, side)})`,
    );
    return `| \`${each.chart}\` | ${cells.join(" | ")} |`;
  });
  return [
    { head: "", lines: diff.figures.flatMap(flipsOf), of: ["flipped word", "flipped words"], share: 1 / 2 },
    { head: diffSummary(diff), lines: [], of: ["line", "lines"] },
    ...diffParts(diff).map((part): Part => ({ ...part, of: ["figure", "figures"] })),
    ...(pictures.length === 0
      ? []
      : [
          {
            head: `## Charts drawn otherwise (${pictures.length})\n\n| chart | before | now |\n|---|---|---|`,
            lines: pictures,
            of: ["chart", "charts"],
            share: 1 / 8,
          } as const,
        ]),
    { head: "## Checks\n", lines: checks.map((line) => `- ${line}`), of: ["check", "checks"], share: 1 / 8 },
  ];
}

const flipsOf = ({ id, shows }: FigureDiff): readonly string[] =>
  (shows?.flips ?? []).map(({ old, new: now, where }) => {
    const became = now === undefined ? "is no longer true, and is no longer said" : `became “${now}”`;
    return `“${old}” ${became} (${id}, in ${where})`;
  });
