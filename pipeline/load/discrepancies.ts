import { z } from "zod";
import type { Discrepancy } from "../model/dataset.ts";
import { NAME } from "../model/id.ts";
import { day, text } from "./leaf.ts";
import type { Reader } from "./reader.ts";
import { readShape } from "./shape.ts";
import { keyPlaceAt, written, type Scalar } from "./tree.ts";
import { readYaml } from "./yaml.ts";

/** The shape of data/BRIEF/discrepancies.yaml: what does not hold in the sources, by id. */
export const discrepanciesShape = z.record(
  z.string().regex(NAME),
  z.strictObject({ at: z.array(text).optional(), found: day, says: text, resolution: text }),
);

/** The discrepancies, and the names in their `at`, to be looked up when all is read. */
export interface ReadDiscrepancies {
  readonly discrepancies: readonly Discrepancy[];
  readonly at: readonly Scalar[];
}

/** Reads discrepancies.yaml, in the order given. */
export function readDiscrepancies(reader: Reader, file: string): ReadDiscrepancies {
  const tree = readYaml(reader, file);
  const given = tree && readShape(discrepanciesShape, tree, reader.problems);
  if (tree === undefined || given === undefined) return { discrepancies: [], at: [] };
  const discrepancies = Object.entries(given).map(([id, { at = [], found, says, resolution }]) => ({
    id,
    at: at.map((each) => each.text),
    found: found.text,
    says: written(says),
    resolution: written(resolution),
    place: keyPlaceAt(tree, [id]),
  }));
  return { discrepancies, at: Object.values(given).flatMap((each) => each.at ?? []) };
}
