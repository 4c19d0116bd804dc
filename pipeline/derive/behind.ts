import type { Behind, Figure } from "../model/figure.ts";
import { byCodeUnit, type FigureId } from "../model/id.ts";
import type { Unit } from "../model/unit.ts";
import { changeOf, HUNDREDTH } from "./calculate.ts";
import { scaleFactor, type Term } from "./evaluate.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { addQuantities, divideQuantities, multiplyQuantities, negateQuantity, type Quantity } from "./quantity.ts";
import { touchesZero } from "../model/interval.ts";
import { alike } from "./units.ts";

/** Points, and the two shares that they lie between. */
export interface Points {
  readonly id: FigureId;
  readonly shares: readonly [Term, Term];
}

/** The figures with what lies behind points between shares of two wholes: how the amounts moved. */
export function withBehind(
  figures: ReadonlyMap<FigureId, Figure>,
  points: readonly Points[],
  known: ReadonlyMap<FigureId, Term>,
): ReadonlyMap<FigureId, Figure> {
  const found = points.flatMap(({ id, shares }) => {
    const amounts = amountsOf(shares, known);
    return amounts ? [{ id, amounts }] : [];
  });
  if (found.length === 0) return figures;
  const derived = [...figures.values()].filter((figure) => figure.class === "derived").map(({ id }) => id);
  const same = byCalculation(derived, known);
  const result = new Map(figures);
  for (const { id, amounts } of found) {
    const figure = figures.get(id);
    if (figure) result.set(id, { ...figure, behind: behindOf(amounts, same) });
  }
  return result;
}

interface Amounts {
  readonly now: Quantity;
  readonly before: Quantity;
  readonly unit: Unit;
}

/** Two shares as amounts, where they are of two wholes that can be set against each other. */
function amountsOf([a, b]: Points["shares"], known: ReadonlyMap<FigureId, Term>): Amounts | undefined {
  const [now, before] = [wholeOf(a, known), wholeOf(b, known)];
  if (!now || !before || now.id === before.id) return undefined;
  const unit = common(now.unit, before.unit);
  if (!unit) return undefined;
  const part = (share: Term, whole: Whole): Quantity => {
    const amount = multiplyQuantities(multiplyQuantities(share.quantity, whole.quantity), HUNDREDTH);
    return unit.kind === "amount" && whole.unit.kind === "amount" && whole.unit.scale !== unit.scale
      ? multiplyQuantities(amount, scaleFactor(whole.unit.scale, unit.scale))
      : amount;
  };
  return { now: part(a, now), before: part(b, before), unit };
}

interface Whole {
  readonly id: FigureId;
  readonly quantity: Quantity;
  readonly unit: Unit;
}

function wholeOf({ unit }: Term, known: ReadonlyMap<FigureId, Term>): Whole | undefined {
  if (unit?.kind !== "share" || !("figure" in unit.of)) return undefined;
  const id = unit.of.figure;
  const term = known.get(id);
  return term?.unit && { id, quantity: term.quantity, unit: term.unit };
}

/** The unit of a difference of two amounts or counts: of amounts in two scales, the first one's. */
function common(a: Unit, b: Unit): Unit | undefined {
  if (a.kind === "amount" && b.kind === "amount") return a.currency === b.currency ? a : undefined;
  return a.kind === "count" ? alike(a, b) : undefined;
}

type Same = ReadonlyMap<string, readonly FigureId[]>;
type Kind = "difference" | "change" | "ratio";

const keyOf = (kind: Kind, fingerprint: Fingerprint): string => `${kind} ${fingerprint ?? "none"}`;

/** The derived figures by what they calculate; amounts in one scale, so that thousands and millions are found alike. */
function byCalculation(derived: readonly FigureId[], known: ReadonlyMap<FigureId, Term>): Same {
  const same = new Map<string, FigureId[]>();
  for (const id of derived) {
    const term = known.get(id);
    const kind = term?.unit && kindOf(term.unit);
    if (!kind || term.quantity.fingerprint === undefined) continue;
    const key = keyOf(kind, inOnes(term.quantity, term.unit).fingerprint);
    same.set(key, [...(same.get(key) ?? []), id]);
  }
  return same;
}

function kindOf(unit: Unit): Kind | undefined {
  if (unit.kind === "amount" || unit.kind === "count") return "difference";
  return unit.kind === "change" || unit.kind === "ratio" ? unit.kind : undefined;
}

const inOnes = (quantity: Quantity, unit: Unit): Quantity =>
  unit.kind === "amount" && unit.scale !== "" ? multiplyQuantities(quantity, scaleFactor(unit.scale, "")) : quantity;

function behindOf({ now, before, unit }: Amounts, same: Same): Behind {
  const difference = addQuantities([now, negateQuantity(before)]);
  const ratio = touchesZero(before.interval) ? undefined : divideQuantities(now, before);
  const keys = [
    keyOf("difference", inOnes(difference, unit).fingerprint),
    ...(ratio ? [keyOf("ratio", ratio.fingerprint), keyOf("change", changeOf(ratio).fingerprint)] : []),
  ];
  const figures = keys.flatMap((key) => same.get(key) ?? []).toSorted(byCodeUnit);
  return { value: difference.value, interval: difference.interval, unit, figures };
}
