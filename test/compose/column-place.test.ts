import * as fc from "fast-check";
import { expect, test } from "vitest";
import { columnPlaces } from "../../pipeline/compose/column-place.ts";
import type { Charted } from "../../pipeline/model/brief.ts";
import type { Dataset, Row } from "../../pipeline/model/dataset.ts";
import type { Figure } from "../../pipeline/model/figure.ts";
import type { DatasetId, FigureId } from "../../pipeline/model/id.ts";

type Ends = readonly [lo: number, wide: number, loClosed: boolean, hiClosed: boolean];

const ends = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }), fc.boolean(), fc.boolean());

/** A column `d.people` with these cells; those of every other row are of another period where `periods` says so. */
function columnWith(cells: readonly Ends[], periods: boolean): { readonly brief: Charted; readonly figures: Figure[] } {
  const figures = cells.map(([lo, wide, loClosed, hiClosed], i) => {
    const [low, high] = [BigInt(lo), BigInt(lo + wide)];
    // A point has both its ends.
    const closed = wide === 0 ? { loClosed: true, hiClosed: true } : { loClosed, hiClosed };
    const interval = { lo: { n: low, d: 1n }, hi: { n: high, d: 1n }, ...closed };
    return { id: `d.r${i}.people` as FigureId, interval } as Figure;
  });
  const rows = cells.map((_, i) => ({ name: `r${i}`, ...(periods ? { period: String(i % 2) } : {}) }) as Row);
  const dataset = { id: "d" as DatasetId, rows } as unknown as Dataset;
  const brief = {
    datasets: new Map([[dataset.id, dataset]]),
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    gaps: new Map(),
  } as unknown as Charted;
  return { brief, figures };
}

const surelyBelow = (a: Figure, b: Figure): boolean => {
  const order = Number(a.interval.hi.n - b.interval.lo.n);
  return order < 0 || (order === 0 && !(a.interval.hiClosed && b.interval.loClosed));
};

test("a cell has the places that comparing it with each cell of its period gives", () => {
  fc.assert(
    fc.property(fc.array(ends, { minLength: 1, maxLength: 12 }), fc.boolean(), (cells, periods) => {
      const { brief, figures } = columnWith(cells, periods);
      figures.forEach((figure, i) => {
        const others = figures.filter((other, j) => other !== figure && (!periods || i % 2 === j % 2));
        const greater = others.filter((other) => surelyBelow(figure, other)).length;
        const rivals = others.filter((other) => !surelyBelow(figure, other) && !surelyBelow(other, figure));
        expect(columnPlaces(figure, brief)).toEqual({
          first: greater + 1,
          last: greater + rivals.length + 1,
          of: others.length + 1,
          ...(rivals[0] === undefined ? {} : { rival: rivals[0] }),
        });
      });
    }),
  );
});

test("what is no cell of a row has no place", () => {
  const { brief, figures } = columnWith([[1, 0, true, true]], false);
  const [figure] = figures;
  expect(columnPlaces({ ...figure, id: "d.total" as FigureId } as Figure, brief)).toBeUndefined();
  expect(columnPlaces({ ...figure, id: "d.r9.people" as FigureId } as Figure, brief)).toBeUndefined();
});
