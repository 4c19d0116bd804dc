import type { Loaded } from "../model/brief.ts";
import type { ProblemCode } from "../model/codes.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import { mixedBasis } from "./basis.ts";
import { completeRows } from "./complete.ts";
import { duplicateRows } from "./duplicate-rows.ts";
import { excessDigits } from "./excess-digits.ts";
import type { Finding, Rule } from "./finding.ts";
import { granularShares } from "./granular.ts";
import { listCounts } from "./list-count.ts";
import { rowsInOrder } from "./order.ts";
import { overdue } from "./overdue.ts";
import { partOfWhole } from "./part.ts";
import { withinRange } from "./range.ts";
import { rankAgrees } from "./rank.ts";
import { revisions } from "./revision.ts";
import { sameFigure } from "./same.ts";
import { staleData } from "./stale.ts";
import { sumToTotal } from "./sum.ts";
import { uniqueCells } from "./unique.ts";

/** All questions that validate asks of given numbers: those that datasets declare, then those asked of all. */
export const RULES: readonly Rule[] = [
  declared("sum", ["shares/do-not-add-up"], sumToTotal),
  declared("part", ["shares/part-exceeds-whole"], partOfWhole),
  declared("rank", ["rank/disagrees"], rankAgrees),
  declared("order", ["order/broken"], rowsInOrder),
  declared("unique", ["cell/not-unique"], uniqueCells),
  declared("range", ["cell/out-of-range"], withinRange),
  declared("complete", ["rows/incomplete"], completeRows),
  declared("same", ["figure/differs"], sameFigure),
  declared("granular", ["shares/not-granular"], granularShares),
  always(["basis/mixed"], mixedBasis),
  always(["figure/excess-digits"], excessDigits),
  always(["list/count"], listCounts),
  always(["row/duplicate"], duplicateRows),
  always(["data/stale"], staleData),
  { codes: ["data/overdue", "edition/overdue"], hold: overdue },
  { codes: ["revision/undeclared", "revision/slip"], hold: revisions },
];

/** A rule for one kind of check, held wherever a dataset declares it. */
function declared<Kind extends Check["kind"]>(
  kind: Kind,
  codes: readonly ProblemCode[],
  hold: (brief: Loaded, dataset: Dataset, check: Extract<Check, { kind: Kind }>) => readonly Finding[],
): Rule {
  const isKind = (check: Check): check is Extract<Check, { kind: Kind }> => check.kind === kind;
  return {
    codes,
    hold: (brief) =>
      [...brief.datasets.values()].flatMap((dataset) =>
        dataset.checks.filter(isKind).flatMap((check) => hold(brief, dataset, check)),
      ),
  };
}

/** A rule that every dataset must keep. */
function always(codes: readonly ProblemCode[], hold: (brief: Loaded, dataset: Dataset) => readonly Finding[]): Rule {
  return { codes, hold: (brief) => [...brief.datasets.values()].flatMap((dataset) => hold(brief, dataset)) };
}
