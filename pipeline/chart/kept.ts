import { plainJson } from "../model/plain-json.ts";
import type { Host } from "../model/stage.ts";
import type { ChartInput, Drawn } from "./draw.ts";

/** A drawing that was kept from an earlier build with the very same inputs; undefined where there is none. */
export function keptDrawing(input: ChartInput, { cache }: Host): Drawn | undefined {
  const kept = cache?.read(inputsText(input));
  return kept === undefined ? undefined : (JSON.parse(kept) as Drawn);
}

/** Keeps a drawing that nothing is wrong with. */
export function keepDrawing(input: ChartInput, drawn: Drawn, { cache }: Host): void {
  cache?.write(inputsText(input), JSON.stringify(drawn));
}

/** All that goes into a drawing, as text. */
const inputsText = (input: ChartInput): string => plainJson(["chart", input]);
