import type { Derived } from "../model/brief.ts";
import type { Doc } from "../model/doc.ts";
import { ledgerEntry, type Coverage, type Gap, type Ledger, type LedgerGap, type Shown } from "../model/figure.ts";
import { placeText } from "../model/place.ts";
import { machineDecimal } from "../model/rational.ts";
import { eachInline } from "../model/doc-walk.ts";

/** Writes down all figures of a brief, where each is shown, and how many of the shown quantities are bound. */
export function ledgerOf(brief: Derived, doc: Doc): Ledger {
  const shown = new Map<string, Shown[]>();
  const count = { data: 0, derived: 0, literature: 0 };
  eachInline(doc, (inline, where) => {
    if (inline.kind !== "figure" && inline.kind !== "word") return;
    count[inline.class] += 1;
    const list = shown.get(inline.figure) ?? [];
    const { text } = inline;
    list.push(
      inline.kind === "word" ? { text, kind: "word", where, says: inline.says } : { text, kind: inline.show, where },
    );
    shown.set(inline.figure, list);
  });
  const figures = Object.fromEntries(
    [...brief.figures.values()].map((figure) => [
      figure.id,
      ledgerEntry(figure, machineDecimal(figure.value), shown.get(figure.id) ?? []),
    ]),
  );
  // A number that is bound to nothing is an error and ends the build, so an edition's ledger has none.
  const coverage: Coverage = { ...count, untraced: 0 };
  const gaps = Object.fromEntries([...brief.gaps.values()].map((gap) => [gap.id, ledgerGap(gap)]));
  return {
    schema: 1,
    brief: brief.id,
    edition: brief.settings.edition.id,
    figures,
    ...(brief.gaps.size === 0 ? {} : { gaps }),
    coverage,
  };
}

const ledgerGap = ({ absence, formula, from, place }: Gap): LedgerGap => ({
  absence,
  ...(formula === undefined ? {} : { formula }),
  from,
  place: placeText(place),
});
