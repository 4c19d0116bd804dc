import { parseRational, roundTo, sign, type Rational } from "../model/rational.ts";
import { CHANGES, type Change } from "../model/change.ts";
import type { Shown } from "../model/figure.ts";
import type { FigureDiff, LedgerDiff, Side } from "./diff.ts";
import { digits, quantity, range } from "./digits.ts";
import type { Shows } from "./shows.ts";

/** A diff for a person at a terminal: what moved, by class, and a line that sums it up. */
export function diffText(diff: LedgerDiff): string {
  const groups = byChange(diff).map(([change, figures]) =>
    [
      `${change}: ${CHANGES[change]} (${figures.length})`,
      ...figures.map((each) => `  ${[each.id, ...detailsOf(each)].join("\n      ")}`),
    ].join("\n"),
  );
  return `${[titleOf(diff), ...groups, summaryOf(diff)].join("\n\n")}\n`;
}

/** A part of a diff in Markdown: what stands above its lines, and a line for each figure. */
interface DiffPart {
  readonly head: string;
  readonly lines: readonly string[];
}

/** A diff as Markdown, for a pull request or a record of what changed. */
export function diffMarkdown(diff: LedgerDiff): string {
  const groups = diffParts(diff).map(({ head, lines }) => [head, ...lines].join("\n"));
  return `${[diffSummary(diff), ...groups].join("\n\n")}\n`;
}

/** What a diff in Markdown begins with: which editions are held against each other, and how much moved. */
export const diffSummary = (diff: LedgerDiff): string => `# ${cell(titleOf(diff))}\n\n${summaryOf(diff)}`;

/** The figures of a diff in Markdown, by class. */
export const diffParts = (diff: LedgerDiff): readonly DiffPart[] =>
  byChange(diff).map(([change, figures]) => ({
    head: `## ${change} (${figures.length})\n\n${CHANGES[change]}\n\n| figure | |\n|---|---|`,
    lines: figures.map((each) => `| \`${each.id}\` | ${detailsOf(each).map(cell).join("<br>")} |`),
  }));

/** A diff for programs, as one JSON. */
export const diffJson = (diff: LedgerDiff): string => `${JSON.stringify({ schema: 1, ...diff })}\n`;

/** Characters that Markdown or HTML would read as its own. */
const cell = (text: string): string => text.replaceAll(/[\\|*_`<>[\]]/g, "\\$&").replaceAll("\n", " ");

function byChange(diff: LedgerDiff): readonly (readonly [Change, readonly FigureDiff[]])[] {
  const groups = new Map<Change, FigureDiff[]>();
  for (const each of diff.figures) groups.set(each.change, [...(groups.get(each.change) ?? []), each]);
  return [...groups];
}

function titleOf({ old, new: now }: LedgerDiff): string {
  const edition = old.edition === now.edition ? old.edition : `${old.edition} → ${now.edition}`;
  return `${old.brief === now.brief ? old.brief : `${old.brief} → ${now.brief}`}, edition ${edition}`;
}

function summaryOf(diff: LedgerDiff): string {
  const counts = Object.entries(diff.counts).filter(([, count]) => count > 0);
  const listed = counts.map(([change, count]) => `${count} ${change.replaceAll("-", " ")}`).join(", ");
  return `${diff.moved} of ${diff.of} figures moved${listed === "" ? "" : `: ${listed}`}`;
}

function detailsOf({ change, old, new: now, by, definition, shows }: FigureDiff): readonly string[] {
  const lines = (shows?.flips ?? []).map(
    (flip) => `“${flip.old}” → ${flip.new === undefined ? "no longer said" : `“${flip.new}”`} in ${flip.where}`,
  );
  lines.push(...(definition ?? []).map((each) => `${each.what}: ${each.old ?? "none"} → ${each.new ?? "none"}`));
  const numbers = numbersOf(old, now);
  lines.push(by ? `${numbers} (${revision(by.absolute, unitOf(now))}${perCent(by.perCent)})` : numbers);
  const intervals = old && now && intervalsOf(old, now);
  if (intervals !== undefined && change !== "shown-differently") lines.push(intervals);
  // Where the number is another, it is no news that its text is.
  if (change === "shown-differently" && shows) lines.push(...showsOf(shows));
  return lines;
}

const unitOf = (side: Side | undefined): string => (side && side.absence === undefined ? side.unit : "");
const sideText = (side: Side): string =>
  side.absence === undefined ? quantity(digits(parseRational(side.exact)), side.unit) : side.absence.replace("-", " ");

function numbersOf(old: Side | undefined, now: Side | undefined): string {
  if (!old || !now) return [old, now].map((side) => (side ? sideText(side) : "")).join("");
  const [was, is] = [sideText(old), sideText(now)];
  if (was === is) return is;
  const unit = unitOf(now);
  return unit !== "" && unitOf(old) === unit ? `${was.slice(0, -unit.length - 1)} → ${is}` : `${was} → ${is}`;
}

function intervalsOf(old: Side, now: Side): string | undefined {
  if (old.absence !== undefined || now.absence !== undefined) return undefined;
  const [was, is] = [old, now].map((side) => `${range(side.interval)} ${side.closed}`);
  return was === is ? undefined : `interval ${was} → ${is}`;
}

const signed = (value: Rational): string => `${sign(value) > 0 ? "+" : ""}${digits(value)}`;
/** The difference of two shares is in points. */
const revision = (absolute: string, unit: string): string =>
  quantity(signed(parseRational(absolute)), unit.startsWith("%") ? "percentage points" : unit);

/** One decimal is enough, unless it would say that nothing changed. */
function perCent(part: string | undefined): string {
  if (part === undefined) return "";
  const value = parseRational(part);
  const rounded = roundTo(value, 1);
  return `, ${signed(sign(rounded) === 0 ? value : rounded)} %`;
}

function showsOf({ gone, added, flags, sources }: Shows): readonly string[] {
  const shown = (list: readonly Shown[]): readonly string[] => list.map(({ text, where }) => `“${text}” in ${where}`);
  return [
    ...shown(gone).map((each) => `no longer ${each}`),
    ...shown(added).map((each) => `now ${each}`),
    ...(flags ? [`flags: ${flags.map((each) => each || "none").join(" → ")}`] : []),
    ...(sources ? [`sources: ${sources.map((each) => each.join(", ") || "none").join(" → ")}`] : []),
  ];
}
