import type { Loaded } from "../model/brief.ts";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import { equal, parseDecimal, parseRational, sign, toFixed } from "../model/rational.ts";
import { typed, withNumber } from "./cells.ts";
import { oneEdits } from "./edits.ts";
import { findingKey, type Finding, type Rule, type Suspect } from "./finding.ts";
import { SLIP_WORDS, slipBetween, slipOrder, type Slip } from "./one-edit.ts";

/** A number that may have been meant, and how it came to be mistyped. */
interface Candidate {
  readonly suspect: Suspect;
  readonly meant: string;
  readonly slip: Slip | "last";
}

/** Suggestions that are printed when no single one is likeliest. */
const MOST = 3;

/** A bound on work: numbers looked at over all trials. */
const MOST_WORK = 3_000_000;

/**
 * The problem of a finding, with the numbers that would mend it: each one edit away from what stands there, or the last
 * edition's, and such that no rule then finds more. Ordered: last edition, digits swapped, one digit, sign; at most
 * three. Where one is likeliest, the problem moves to its cell.
 */
export function suggest(finding: Finding, brief: Loaded, rules: readonly Rule[], all: readonly Finding[]): Problem {
  const { problem, suspects } = finding;
  const candidates = suspects.flatMap((suspect) => candidatesOf(suspect, brief));
  if (candidates.length === 0 || candidates.length * brief.given.size > MOST_WORK) return problem;
  const before = new Set(all.map(findingKey));
  const mends = ({ suspect, meant }: Candidate): boolean => {
    const other = withNumber(brief, suspect.figure, meant);
    if (other === undefined) return false;
    const after = rules.flatMap((rule) => rule.hold(other)).map(findingKey);
    return !after.includes(findingKey(finding)) && after.every((key) => before.has(key));
  };
  const sorted = candidates.toSorted((a, b) => rankOf(a) - rankOf(b));
  const good: Candidate[] = [];
  for (const candidate of sorted) {
    // Once a kind of slip has mended it, the less likely ones need not be tried.
    const [first] = good;
    if (first !== undefined && rankOf(first) < rankOf(candidate)) break;
    if (good.length <= MOST && mends(candidate)) good.push(candidate);
  }
  return told(problem, suspects, good);
}

const rankOf = ({ slip }: Candidate): number => (slip === "last" ? -1 : slipOrder(slip));

function candidatesOf(suspect: Suspect, brief: Loaded): readonly Candidate[] {
  const { figure, wanted } = suspect;
  const now = typed(figure);
  const last = brief.last?.figures[figure.id];
  const before = last && !equal(parseRational(last.exact), figure.value) ? last.value : undefined;
  const published: readonly Candidate[] =
    before === undefined || (wanted && !equal(parseRational(before), wanted))
      ? []
      : [{ suspect, meant: before, slip: "last" }];
  if (wanted === undefined) {
    return [...published, ...[...oneEdits(now)].map(([meant, slip]) => ({ suspect, meant, slip }))];
  }
  const meant = toFixed(wanted, Math.max(figure.given?.decimals ?? 0, 0));
  const exact = parseDecimal(meant);
  if (exact === undefined || !equal(exact.value, wanted)) return published;
  const slip = slipBetween(now, meant);
  const turned = slip !== "sign" && sign(wanted) * sign(figure.value) < 0;
  return slip === undefined || turned ? published : [...published, { suspect, meant, slip }];
}

function told(problem: Problem, suspects: readonly Suspect[], good: readonly Candidate[]): Problem {
  const [first] = good;
  if (first === undefined || good.length > MOST) return problem;
  const exact = first.suspect.wanted === undefined ? "would agree with every check" : "would make it exact";
  const why = first.slip === "last" ? "the last edition’s" : SLIP_WORDS[first.slip];
  const one = new Set(good.map(({ suspect }) => suspect.figure.id)).size === 1;
  const place: Place = one ? first.suspect.figure.place : problem.place;
  const arrows = good.map(({ suspect, meant }) => {
    const arrow = `${typed(suspect.figure)} → ${meant}`;
    return one || suspects.length === 1 ? arrow : `${telling(suspect, good)} ${arrow}`;
  });
  return { ...problem, place, hint: `${arrows.join(" or ")} ${exact} (${why})` };
}

/** What tells a cell from the others that are suggested: its row, its column, or both; a single figure's name. */
function telling({ figure }: Suspect, good: readonly Candidate[]): string {
  const parts = figure.id.split(".").slice(1);
  const others = good.map(({ suspect }) => suspect.figure.id.split(".").slice(1));
  const differing = parts.filter((part, i) => others.some((other) => other[i] !== part));
  return (differing.length > 0 ? differing : parts).join(".");
}
