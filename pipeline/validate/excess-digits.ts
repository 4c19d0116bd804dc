import type { Loaded } from "../model/brief.ts";
import type { Dataset } from "../model/dataset.ts";
import { error } from "../model/problem.ts";
import { roundTo } from "../model/rational.ts";
import { hasExcessDigits, plain, typed } from "./cells.ts";
import { plainFinding, type Finding } from "./finding.ts";

/** No number has digits finer than those that it is declared with: checks would take it for more precise than it is. */
export function excessDigits(brief: Loaded, dataset: Dataset): readonly Finding[] {
  const ids = [...dataset.singles.values(), ...dataset.rows.flatMap((row) => [...row.figures.values()])];
  return ids.flatMap((id): readonly Finding[] => {
    const figure = brief.given.get(id);
    if (figure?.given === undefined || !hasExcessDigits(figure)) return [];
    const { decimals } = figure.given;
    const message = `${id} is ${typed(figure)}, and is declared with ${words(decimals)}`;
    const rounded = plain(roundTo(figure.value, decimals));
    const hint = `write ${rounded} if the source does; or declare more decimals`;
    return [plainFinding(error("figure/excess-digits", figure.place, message, { hint, about: [id] }))];
  });
}

function words(decimals: number): string {
  if (decimals > 0) return `${decimals} decimal${decimals === 1 ? "" : "s"}`;
  return decimals === 0 ? "no decimals" : `no digits below 1${"0".repeat(-decimals)}`;
}
