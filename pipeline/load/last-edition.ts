import { z } from "zod";
import { ABSENCES, FLAGS, type Ledger } from "../model/figure.ts";
import { byCodeUnit } from "../model/id.ts";
import { error } from "../model/problem.ts";
import { editionOrder } from "../model/record.ts";
import { remembering } from "../model/remembered.ts";
import { defined } from "./defined.ts";
import { headOf } from "./positions.ts";
import { readText, type Reader } from "./reader.ts";

const texts = z.array(z.string());
const fraction = z.string().regex(/^-?\d+(?:\/0*[1-9]\d*)?$/);

const shown = z.object({
  text: z.string(),
  kind: z.enum(["number", "word", "range", "count"]),
  where: z.string(),
  says: z.string().optional(),
});

const entry = z.object({
  value: z.string(),
  exact: fraction,
  interval: z.tuple([fraction, fraction]),
  closed: z.enum(["[]", "[)", "(]", "()"]),
  bound: z.enum(["exact", "outer"]),
  unit: z.string(),
  formula: z.string().optional(),
  from: texts,
  place: z.string(),
  source: texts,
  shown: z.array(shown.transform(defined)),
  flags: z.array(z.enum(FLAGS)).optional(),
  basis: z.enum(["outturn", "plan"]).optional(),
  period: z.string().optional(),
});

const gap = z.object({
  absence: z.enum(ABSENCES),
  formula: z.string().optional(),
  from: texts,
  place: z.string(),
});

const count = z.number().int().min(0);

/** The shape of a ledger, figures.json. */
const ledgerShape = z.object({
  schema: z.literal(1),
  brief: z.string(),
  edition: z.string(),
  figures: z.record(z.string(), entry.transform(defined)),
  gaps: z.record(z.string(), gap.transform(defined)).optional(),
  coverage: z.object({ data: count, derived: count, literature: count, untraced: count }),
});

/** The ledger of the last edition that was published, from data/BRIEF/editions; undefined where there is none. */
export function readLastLedger(reader: Reader, folder: string): Ledger | undefined {
  const editions = reader.host.list(`${folder}/editions`) ?? [];
  const [last] = editions
    .filter((name) => EDITION.test(name))
    .toSorted((a, b) => byCodeUnit(editionOrder(b), editionOrder(a)));
  if (last === undefined) return undefined;
  const file = `${folder}/editions/${last}/figures.json`;
  const text = readText(reader, file, { hint: "the folder of an edition holds the ledger that was published with it" });
  if (text === undefined) return undefined;
  const result = ledgerFrom(text);
  if ("ledger" in result) return result.ledger;
  const message = `This is no ledger of an edition: ${result.wrong}`;
  const hint = "take the file from version control again: a published edition is never changed";
  reader.problems.push(error("shape/wrong-type", headOf(file), message, { hint }));
  return undefined;
}

type LedgerRead = ({ readonly ledger: Ledger } | { readonly wrong: string }) & { readonly size: number };

/** So many characters of ledgers are remembered: those of the last editions of some briefs, which two readers ask for. */
const MOST_CHARACTERS = 1_000_000;
const ledgers = remembering<LedgerRead>(MOST_CHARACTERS, ({ size }) => size);

/** Reads the text of a figures.json, or says what in it is not as it should be. */
export const ledgerFrom = (text: string): LedgerRead => ledgers(text, () => ({ ...ledgerIn(text), size: text.length }));

function ledgerIn(text: string): { readonly ledger: Ledger } | { readonly wrong: string } {
  const result = ledgerShape.safeParse(parse(text));
  if (result.success) return { ledger: defined(result.data) };
  const [issue] = result.error.issues;
  return { wrong: `${issue?.path.join(".") || "the file"} is not what it should be` };
}

const EDITION = /^\d{4}-\d{2}-\d{2}(?:-\d+)?$/;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
