import { stringify } from "yaml";
import { z } from "zod";
import { CHANGES, DIFFERING, type Change } from "../model/change.ts";
import { EDITION_KINDS } from "../model/edition.ts";
import { byCodeUnit } from "../model/id.ts";
import { error, type Problem } from "../model/problem.ts";
import { editionOrder, type EditionRecord } from "../model/record.ts";
import { onceFor } from "../model/remembered.ts";
import { defined } from "./defined.ts";
import { editionId, figureId } from "./ids.ts";
import { headOf } from "./positions.ts";
import type { Reader } from "./reader.ts";
import { project, type Tree } from "./tree.ts";
import { readYaml } from "./yaml.ts";

const id = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:-[1-9]\d*)?$/)
  .transform(editionId);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const sides = { old: z.string().optional(), new: z.string().optional() };
const change = z.strictObject({
  figure: z.string().transform(figureId),
  name: z.string(),
  change: z.enum(Object.keys(CHANGES) as [Change, ...Change[]]), // its keys are just these
  ...sides,
  by: z.string().optional(),
  definition: z.array(z.strictObject({ what: z.enum(DIFFERING), ...sides }).transform(defined)).optional(),
});

const shape = z.strictObject({
  schema: z.literal("1"),
  brief: z.string(),
  edition: id,
  kind: z.enum(EDITION_KINDS),
  date: z.string(),
  dateText: z.string(),
  reason: z.string(),
  before: id.optional(),
  substantial: z.enum(["true", "false"]),
  title: z.string(),
  subtitle: z.string().optional(),
  institution: z.string(),
  language: z.string(),
  abstract: z.string(),
  keywords: z.array(z.string()),
  changes: z.array(change.transform(defined)),
  sentences: z.array(z.strictObject({ where: z.string(), block: z.string(), ...sides }).transform(defined)),
  charts: z.array(z.strictObject({ chart: z.string(), title: z.string(), ...sides }).transform(defined)),
  doc: hash,
  files: z.record(z.string(), hash),
});

/** The text of a record's file. */
export const recordText = (record: EditionRecord): string =>
  stringify(record, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" });

/** The records of a brief's published editions, in the order of their publication. */
export function readRecords(reader: Reader, folder: string): readonly EditionRecord[] {
  const names = (reader.host.list(`${folder}/editions`) ?? []).toSorted((a, b) =>
    byCodeUnit(editionOrder(a), editionOrder(b)),
  );
  return names.flatMap((name) => {
    const edition = `${folder}/editions/${name}`;
    const files = reader.host.list(edition) ?? [];
    if (files.includes("record.yaml")) return readRecord(reader, `${edition}/record.yaml`, name) ?? [];
    if (files.includes("doc.json")) reader.problems.push(lostRecord(`${edition}/record.yaml`, name));
    return [];
  });
}

/** An edition's text is kept with its record alone; without it the edition would pass for one that never was. */
function lostRecord(file: string, name: string): Problem {
  const message = `The record of the edition ${name} is missing, and what is kept beside it is there`;
  const hint =
    "take the file from version control again: a published edition is never changed; after a publish that was killed, run footing publish --rebuild-lists --site DIR, which undoes it";
  return error("edition/altered", headOf(file), message, { hint });
}

function readRecord(reader: Reader, file: string, name: string): EditionRecord | undefined {
  const tree = readYaml(reader, file);
  if (tree === undefined) return undefined;
  const result = judged(tree);
  const record = result.success ? result.data : undefined;
  if (record !== undefined && record.edition === name)
    return { ...defined(record), schema: 1, substantial: record.substantial === "true" };
  const where = result.success ? "edition" : (result.error.issues[0]?.path.join(".") ?? "");
  const message = `This is no record of the edition ${name}: ${where || "the file"} is not what it should be`;
  const hint = "take the file from version control again: a published edition is never changed";
  reader.problems.push(error("edition/altered", headOf(file), message, { hint }));
  return undefined;
}

const judged = onceFor((tree: Tree) => shape.safeParse(plain(project(tree))));

/** Maps and lists with the texts of their scalars. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && value.kind === "scalar" && "text" in value) return value.text;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
