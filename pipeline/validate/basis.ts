import type { Loaded } from "../model/brief.ts";
import type { Check, Dataset } from "../model/dataset.ts";
import type { Figure } from "../model/figure.ts";
import { warning } from "../model/problem.ts";
import { named } from "./cells.ts";
import { plainFinding, type Finding } from "./finding.ts";

/** What was done is not held against what was planned, unless the author accepts it with a reason. */
export function mixedBasis(brief: Loaded, dataset: Dataset): readonly Finding[] {
  return dataset.checks.flatMap((check): readonly Finding[] => {
    const figures = namesIn(check).flatMap((name) => named(brief, dataset, name).map(({ figure }) => figure));
    const done = figures.find(({ basis }) => basis === "outturn");
    const planned = figures.find(({ basis }) => basis === "plan");
    if (done === undefined || planned === undefined) return [];
    const message = `A check holds ${nameOf(done)}, which was done, against ${nameOf(planned)}, which was planned`;
    const hint = "hold outturn against outturn; or accept this warning in brief.yaml with a reason";
    const about = [done.id, planned.id];
    return [plainFinding(warning("basis/mixed", check.place, message, { hint, about }))];
  });
}

const nameOf = ({ id }: Figure): string => id;

/** The columns and single figures that a check holds against each other. */
function namesIn(check: Check): readonly string[] {
  switch (check.kind) {
    case "sum":
      return [...check.terms.map(({ name }) => name), check.to.text];
    case "part":
    case "granular":
      return [check.column, check.of];
    case "same":
      return check.names.map(({ text }) => text);
    case "rank":
    case "order":
    case "unique":
    case "range":
    case "complete":
      return [];
  }
}
