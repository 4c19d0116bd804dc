import type { Loaded } from "../model/brief.ts";
import type { Figure, LedgerEntry } from "../model/figure.ts";
import { meet, type Interval } from "../model/interval.ts";
import { warning } from "../model/problem.ts";
import { divide, equal, exactDecimal, parseRational, sign, type Rational } from "../model/rational.ts";
import { unitText } from "../model/unit.ts";
import { plain, typed } from "./cells.ts";
import type { Finding } from "./finding.ts";
import { SLIP_WORDS, slipBetween } from "./one-edit.ts";

/**
 * Given numbers against the last edition's. Where no new edition is declared, none may move out of what the last one
 * said; where one is, those are named whose change looks like a slip: digits swapped, a factor of ten, a sign.
 */
export function revisions(brief: Loaded): readonly Finding[] {
  const { last } = brief;
  if (last === undefined) return [];
  const { edition } = brief.settings;
  const declared = edition.kind !== "first" && edition.id !== last.edition;
  return [...brief.given.values()].flatMap((figure): readonly Finding[] => {
    const before = last.figures[figure.id];
    if (before === undefined || before.unit !== unitText(figure.unit)) return [];
    if (meet(figure.interval, intervalOf(before))) return [];
    const slip = slipFrom(figure, parseRational(before.exact));
    if (declared && slip === undefined) return [];
    return [finding(figure, before, last.edition, declared ? slip : undefined)];
  });
}

const intervalOf = ({ interval: [lo, hi], closed }: LedgerEntry): Interval => ({
  lo: parseRational(lo),
  hi: parseRational(hi),
  loClosed: closed.startsWith("["),
  hiClosed: closed.endsWith("]"),
});

/** The slip that makes the new number of the old one; a last digit that changed is an ordinary revision. */
function slipFrom(figure: Figure, before: Rational): string | undefined {
  const [now, then] = [plain(figure.value), plain(before)];
  const slip = slipBetween(now, then);
  if (slip === "swapped" || slip === "sign") return SLIP_WORDS[slip];
  // The one digit of a small number is its last.
  if (slip === "changed" && now.length > 1 && now[0] !== then[0]) return "the first digit changed";
  if (sign(before) === 0 || sign(figure.value) === 0) return undefined;
  const ratio = divide(figure.value, before);
  const power = [10n, 100n, 1000n, 1_000_000n].find(
    (ten) => equal(ratio, { n: ten, d: 1n }) || equal(ratio, { n: 1n, d: ten }),
  );
  return power === undefined ? undefined : `a factor of ${power}`;
}

function finding(figure: Figure, before: LedgerEntry, edition: string, slip: string | undefined): Finding {
  const then = exactDecimal(parseRational(before.exact)) ?? before.value;
  const message = `${figure.id} is ${typed(figure)}; in the edition of ${edition} it was ${then}`;
  const problem =
    slip === undefined
      ? warning("revision/undeclared", figure.place, `${message}, and no new edition is declared`, {
          hint: `write ${then} if nothing was revised; else give the edition a new date and kind: revision or correction`,
          about: [figure.id],
        })
      : warning("revision/slip", figure.place, `${message}, which looks like a slip: ${slip}`, {
          hint: "compare it with the source; accept this warning with a reason if it is right",
          about: [figure.id],
        });
  return { problem, suspects: [] };
}
