import { z } from "zod";
import type { Discrepancy } from "../model/dataset.ts";
import { CODES, type ProblemCode } from "../model/codes.ts";
import { NAME } from "../model/id.ts";
import { error, nearest } from "../model/problem.ts";
import { defined } from "./defined.ts";
import { day, text } from "./leaf.ts";
import type { Reader } from "./reader.ts";
import { readShape } from "./shape.ts";
import { keyPlaceAt, written, type Scalar } from "./tree.ts";
import { readYaml } from "./yaml.ts";

const expected = z.strictObject({ code: text, at: text });

/** The shape of data/BRIEF/discrepancies.yaml: what does not hold in the sources, by id. */
export const discrepanciesShape = z.record(
  z.string().regex(NAME),
  z.strictObject({
    at: z.array(text).optional(),
    found: day,
    says: text,
    resolution: text,
    expects: expected.optional(),
  }),
);

/** The discrepancies, and the names in their `at`, to be looked up when all is read. */
export interface ReadDiscrepancies {
  readonly discrepancies: readonly Discrepancy[];
  readonly at: readonly Scalar[];
  /** What the expected problems are about. */
  readonly expectedAt: readonly Scalar[];
}

/** Reads discrepancies.yaml, in the order given. */
export function readDiscrepancies(reader: Reader, file: string): ReadDiscrepancies {
  const tree = readYaml(reader, file);
  const given = tree && readShape(discrepanciesShape, tree, reader.problems);
  if (tree === undefined || given === undefined) return { discrepancies: [], at: [], expectedAt: [] };
  const discrepancies = Object.entries(given).map(([id, { at = [], found, says, resolution, expects }]) => ({
    id,
    at: at.map((each) => each.text),
    found: found.text,
    says: written(says),
    resolution: written(resolution),
    ...defined({ expects: expectation(expects, reader) }),
    place: keyPlaceAt(tree, [id]),
  }));
  const expectedAt = Object.values(given).flatMap(({ expects }) => (expects === undefined ? [] : [expects.at]));
  return { discrepancies, at: Object.values(given).flatMap((each) => each.at ?? []), expectedAt };
}

function expectation(
  expects: { readonly code: Scalar; readonly at: Scalar } | undefined,
  reader: Reader,
): Discrepancy["expects"] {
  if (expects === undefined) return undefined;
  const codes = Object.keys(CODES).filter((code): code is ProblemCode => Object.hasOwn(CODES, code));
  const code = codes.find((each) => each === expects.code.text);
  if (code !== undefined) return { code, at: written(expects.at) };
  const near = nearest(expects.code.text, codes);
  const hint = near === undefined ? "copy the code from the problem" : `did you mean ${near}?`;
  const message = `No problem has the code "${expects.code.text}"`;
  reader.problems.push(error("name/unknown", expects.code.place, message, { hint }));
  return undefined;
}
