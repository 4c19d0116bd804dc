import { z } from "zod";
import { ABSENCES, FLAGS, type Ledger } from "../model/figure.ts";
import { byCodeUnit } from "../model/id.ts";
import { error } from "../model/problem.ts";
import { editionOrder, type KeptEdition } from "../model/record.ts";
import { defined } from "./defined.ts";
import { editionId } from "./ids.ts";
import { headOf } from "./positions.ts";
import { readText, type Reader } from "./reader.ts";

const texts = z.array(z.string());
const fraction = z.string().regex(/^-?\d+(?:\/0*[1-9]\d*)?$/);

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
  shown: z.array(z.object({ text: z.string(), kind: z.enum(["number", "word", "range", "count"]), where: z.string() })),
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

/** What is kept of the editions before this one, from data/BRIEF/editions: the ledger of the last, and all of the one before. */
export const readEditions = (
  reader: Reader,
  folder: string,
  edition: string | undefined,
): { readonly last?: Ledger | undefined; readonly before?: KeptEdition | undefined } => ({
  last: readLastLedger(reader, folder),
  before: edition === undefined ? undefined : readEditionBefore(reader, folder, edition),
});

/** The ledger of the last edition that was published; undefined where there is none. */
function readLastLedger(reader: Reader, folder: string): Ledger | undefined {
  const last = publishedIn(reader, folder).at(-1);
  return last === undefined ? undefined : readLedger(reader, `${folder}/editions/${last}/figures.json`);
}

/** What is kept of the last edition that was published before this one. */
function readEditionBefore(reader: Reader, folder: string, edition: string): KeptEdition | undefined {
  const before = publishedIn(reader, folder).findLast((each) => {
    const isRecorded = reader.host.list(`${folder}/editions/${each}`)?.includes("record.yaml") === true;
    return isRecorded && editionOrder(each) < editionOrder(edition);
  });
  if (before === undefined) return undefined;
  const kept = `${folder}/editions/${before}`;
  const ledger = readLedger(reader, `${kept}/figures.json`);
  const file = `${kept}/doc.json`;
  const text = readText(reader, file, { hint: "the folder of an edition holds the text that was published with it" });
  if (ledger === undefined || text === undefined) return undefined;
  const doc = parse(text);
  if (typeof doc !== "object" || doc === null) {
    const hint = "take the file from version control again: a published edition is never changed";
    reader.problems.push(error("edition/altered", headOf(file), "This is no text of an edition", { hint }));
    return undefined;
  }
  const names = (reader.host.list(`${kept}/charts`) ?? []).filter((name) => name.endsWith(".svg"));
  const charts = names.flatMap((name): [string, string][] => {
    const bytes = reader.host.read(`${kept}/charts/${name}`);
    return bytes === undefined ? [] : [[name.replace(/\.svg$/, ""), new TextDecoder().decode(bytes)]];
  });
  return { edition: editionId(before), ledger, doc, charts: new Map(charts) };
}

/** The names of the editions of a brief, in the order of their publication. */
const publishedIn = ({ host }: Reader, folder: string): readonly string[] =>
  (host.list(`${folder}/editions`) ?? [])
    .filter((name) => EDITION.test(name))
    .toSorted((a, b) => byCodeUnit(editionOrder(a), editionOrder(b)));

function readLedger(reader: Reader, file: string): Ledger | undefined {
  const text = readText(reader, file, { hint: "the folder of an edition holds the ledger that was published with it" });
  if (text === undefined) return undefined;
  const result = ledgerFrom(text);
  if ("ledger" in result) return result.ledger;
  const message = `This is no ledger of an edition: ${result.wrong}`;
  const hint = "take the file from version control again: a published edition is never changed";
  reader.problems.push(error("shape/wrong-type", headOf(file), message, { hint }));
  return undefined;
}

/** Reads the text of a figures.json, or says what in it is not as it should be. */
export function ledgerFrom(text: string): { readonly ledger: Ledger } | { readonly wrong: string } {
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
