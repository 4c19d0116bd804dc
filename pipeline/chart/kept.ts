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
const inputsText = (input: ChartInput): string => JSON.stringify(["chart", plain(input)]);

/** A value as JSON can write it: maps and sets as lists, big integers as text. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Map) return [...value].map(plain);
  if (value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
