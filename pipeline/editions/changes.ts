import { FIGURE_CHANGES, type EditionChange, type FigureChange } from "../model/edition.ts";
import type { Ledger } from "../model/figure.ts";
import { formatNumber } from "../model/format.ts";
import type { FigureId } from "../model/id.ts";
import type { Language } from "../model/language.ts";
import { parseRational } from "../model/rational.ts";
import { diffLedgers, type Change, type FigureDiff } from "../ledger/diff.ts";
import { digits } from "../ledger/digits.ts";

/** What an edition says otherwise than the one before it. */
export interface Changes {
  readonly changes: readonly EditionChange[];
  /** Whether a bound word turns round, or a figure leaves its interval. */
  readonly substantial: boolean;
}

const SUBSTANTIAL: ReadonlySet<Change> = new Set(["flipped", "revised", "became-gap"]);

const CALLED: Readonly<Record<Change, FigureChange>> = {
  flipped: "revised",
  revised: "revised",
  "became-gap": "gap",
  "became-number": "number",
  "gap-changed": "gap",
  widened: "widened",
  refined: "refined",
  redefined: "redefined",
  new: "new",
  withdrawn: "withdrawn",
  "shown-differently": "revised",
  unchanged: "revised",
};

/** What one ledger says otherwise than another to whoever reads the brief: turned words first, then figures as printed. */
export function changesBetween(old: Ledger, now: Ledger, language: Language): Changes {
  const { figures } = diffLedgers(old, now);
  const changes = figures.flatMap((figure) => told(figure, old, now, language));
  return {
    changes: FIGURE_CHANGES.flatMap((kind) => changes.filter(({ change }) => change === kind)),
    substantial: figures.some(({ change, number, id }) => {
      // A word may turn, and a definition change, while the number leaves its interval.
      return (SUBSTANTIAL.has(change) || number === "revised") && isShown(id, old);
    }),
  };
}

function told(
  { id, change, number, by, shows }: FigureDiff,
  old: Ledger,
  now: Ledger,
  language: Language,
): readonly EditionChange[] {
  const figure = id as FigureId;
  const flips = (shows?.flips ?? []).map((flip): EditionChange => ({
    figure,
    change: "word",
    old: flip.old,
    new: flip.new,
  }));
  const [was, is] = [printed(id, old), printed(id, now)];
  // The same number in other words is no news, but to print it for the first or the last time is.
  const isSame = change === "shown-differently" && was !== undefined && is !== undefined;
  if (was === is || isSame) return flips;
  const kind = kindOf(change, number, [was, is]);
  return [
    ...flips,
    {
      figure,
      change: kind,
      ...(was === undefined ? {} : { old: was }),
      ...(is === undefined ? {} : { new: is }),
      ...(by === undefined ? {} : { by: signed(by.absolute, language) }),
    },
  ];
}

function kindOf(
  change: Change,
  number: FigureDiff["number"],
  [was, is]: readonly [string | undefined, string | undefined],
): FigureChange {
  if (change === "flipped" && (number === "refined" || number === "widened")) return number;
  if (change === "shown-differently") return was === undefined ? "new" : is === undefined ? "withdrawn" : "revised";
  return CALLED[change];
}

/** A difference with its sign, in as many digits as it needs. */
function signed(difference: string, language: Language): string {
  const value = parseRational(difference);
  const decimals = digits(value).split(".")[1]?.length ?? 0;
  return formatNumber(value, decimals, language, { sign: true });
}

const isShown = (id: string, ledger: Ledger): boolean => (ledger.figures[id]?.shown.length ?? 0) > 0;

/** A figure as the brief first prints it; undefined where it does not. */
const printed = (id: string, { figures }: Ledger): string | undefined =>
  figures[id]?.shown.find(({ kind }) => kind !== "word")?.text;
