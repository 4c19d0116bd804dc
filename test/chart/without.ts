import type { Derived } from "../../pipeline/model/brief.ts";
import type { Row } from "../../pipeline/model/dataset.ts";
import type { Gap } from "../../pipeline/model/figure.ts";
import type { FigureId } from "../../pipeline/model/id.ts";

const place = { file: "data/sample/anso.yaml", line: 1, column: 1 };

/** The brief without the numbers of these figures, which are missing. */
export function without(whole: Derived, ...ids: readonly string[]): Derived {
  const isGone = (id: FigureId): boolean => ids.includes(id);
  const gone = [...whole.figures.keys()].filter(isGone);
  const gaps = gone.map((id): [FigureId, Gap] => [id, { id, absence: "missing", symbol: ":", place, from: [] }]);
  const rowOf = (row: Row): Row => ({
    ...row,
    figures: new Map([...row.figures].filter(([, id]) => !isGone(id))),
    gaps: new Map([...row.figures].filter(([, id]) => isGone(id))),
  });
  return {
    ...whole,
    figures: new Map([...whole.figures].filter(([id]) => !isGone(id))),
    gaps: new Map(gaps),
    datasets: new Map([...whole.datasets].map(([id, each]) => [id, { ...each, rows: each.rows.map(rowOf) }])),
  };
}
