import { byCodeUnit, type FigureId } from "../model/id.ts";

/**
 * Ids so that each comes after those that it rests on, and the circles that were met on the way. Ids that stand on no
 * circle come in code unit order as far as that allows. An id that rests on a circle comes too; whoever calculates
 * finds a number missing there.
 */
export function inOrderOfDependence(from: ReadonlyMap<FigureId, readonly FigureId[]>): {
  readonly order: readonly FigureId[];
  readonly circles: readonly (readonly FigureId[])[];
} {
  const order: FigureId[] = [];
  const circles: (readonly FigureId[])[] = [];
  const state = new Map<FigureId, "open" | "done">();
  for (const root of [...from.keys()].toSorted(byCodeUnit)) {
    // A path of one's own, since a call for each step would overflow on long chains.
    const path = state.has(root) ? [] : [{ id: root, next: 0 }];
    if (path.length > 0) state.set(root, "open");
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = from.get(top.id)?.[top.next];
      top.next += 1;
      if (next === undefined) {
        state.set(top.id, "done");
        order.push(top.id);
        path.pop();
      } else if (from.has(next) && !state.has(next)) {
        state.set(next, "open");
        path.push({ id: next, next: 0 });
      } else if (state.get(next) === "open") {
        circles.push(path.slice(path.findIndex((step) => step.id === next)).map((step) => step.id));
      }
    }
  }
  return { order, circles };
}
