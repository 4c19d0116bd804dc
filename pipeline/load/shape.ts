import { z } from "zod";
import { error, nearest, type Problem } from "../model/problem.ts";
import { onceFor } from "../model/remembered.ts";
import { knownKeys, schemaAt } from "./known-keys.ts";
import type { Complaint } from "./leaf.ts";
import { entryAt, keyPlaceAt, nodeAt, project, type Path, type Tree } from "./tree.ts";

type Issue = z.core.$ZodIssue;

/** A problem of shape, and the key that it is about. */
interface Finding {
  readonly problem: Problem;
  readonly path: Path;
  readonly missing?: string;
  readonly meant?: string | undefined;
}

/** The value of a file in its shape; undefined, with all problems and their places, when it does not have it. */
export function readShape<Shape>(schema: z.ZodType<Shape>, tree: Tree, problems: Problem[]): Shape | undefined {
  const result = judged(schema)(tree) as z.ZodSafeParseResult<Shape>;
  if (result.success) return result.data;
  const findings = result.error.issues.flatMap((issue) => findingsOf(issue, [], schema, tree));
  // A mistyped key is one mistake: that the right one is missing need not be said.
  const meant = new Set(findings.flatMap((each) => (each.meant === undefined ? [] : [keyOf(each.path, each.meant)])));
  const said = new Set<string>();
  for (const { problem, path, missing } of findings) {
    if (missing !== undefined && meant.has(keyOf(path, missing))) continue;
    const once = `${problem.place.line}:${problem.place.column} ${problem.code} ${problem.message}`;
    if (!said.has(once)) problems.push(problem);
    said.add(once);
  }
  return undefined;
}

/** What a shape says of a tree; a tree that was read before, as that of a file that did not change, is not judged again. */
const judged = onceFor((schema: z.ZodType) => onceFor((tree: Tree) => schema.safeParse(project(tree))));

const keyOf = (path: Path, key: string): string => JSON.stringify([...path.map(String), key]);

function findingsOf(issue: Issue, base: Path, schema: z.core.$ZodType, tree: Tree): readonly Finding[] {
  const path = [...base, ...issue.path];
  // Scalars are objects to the schema library: what it says of their insides is that they are no map or list.
  const scalar = scalarOn(path, tree);
  if (scalar !== undefined && (scalar.length < path.length || issue.code === "unrecognized_keys")) {
    return [wrongType(scalar, tree, schemaAt(schema, scalar.slice(base.length)))];
  }
  switch (issue.code) {
    case "custom":
      return [ofComplaint(issue.params?.["complaint"], path, tree)];
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, path, tree, knownKeys(schemaAt(schema, issue.path))));
    case "invalid_key":
      return [badName(path, tree)];
    case "invalid_union":
      return ofUnion(issue, path, schemaAt(schema, issue.path), tree);
    case "too_small":
      return [
        {
          path,
          problem: error(
            "shape/wrong-type",
            keyPlaceAt(tree, path),
            `${subject(path)} needs at least ${String(issue.minimum)} item(s)`,
          ),
        },
      ];
    case "too_big":
      return [
        {
          path,
          problem: error(
            "shape/wrong-type",
            keyPlaceAt(tree, path),
            `${subject(path)} has more than ${String(issue.maximum)} items`,
          ),
        },
      ];
    default:
      if (nodeAt(tree, path) === undefined) return [missingKey(path, tree)];
      return [wrongType(path, tree, schemaAt(schema, issue.path))];
  }
}

/** The shortest part of a path at which a single value stands. */
function scalarOn(path: Path, tree: Tree): Path | undefined {
  for (let length = 0; length <= path.length; length += 1) {
    if (nodeAt(tree, path.slice(0, length))?.kind === "scalar") return path.slice(0, length);
  }
  return undefined;
}

function isComplaint(value: unknown): value is Complaint {
  return typeof value === "object" && value !== null && "code" in value && "says" in value;
}

function ofComplaint(complaint: unknown, path: Path, tree: Tree): Finding {
  if (!isComplaint(complaint)) return wrongType(path, tree, undefined);
  if (complaint.code === "shape/missing-key") return missingKey(path, tree);
  const place = nodeAt(tree, path)?.place ?? keyPlaceAt(tree, path);
  return {
    path,
    problem: error(complaint.code, place, `${subject(path)} ${complaint.says}`, { hint: complaint.hint }),
  };
}

/** Of the shapes that a value may have, the one that it misses least is what the author meant. */
function ofUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
  schema: z.core.$ZodType | undefined,
  tree: Tree,
): readonly Finding[] {
  const options = schema instanceof z.ZodUnion ? schema.options : [];
  const tries = issue.errors.map((issues, i) => {
    const option = options[i];
    return option === undefined ? [] : issues.flatMap((each) => findingsOf(each, path, option, tree));
  });
  const cost = (findings: readonly Finding[]): number =>
    findings.reduce(
      (sum, each) =>
        sum +
        (each.path.length === path.length && each.missing === undefined && each.problem.code === "shape/wrong-type"
          ? 100
          : 1),
      0,
    );
  const best = tries.filter((each) => each.length > 0).toSorted((a, b) => cost(a) - cost(b))[0];
  return best ?? [wrongType(path, tree, undefined)];
}

function missingKey(path: Path, tree: Tree): Finding {
  const parent = path.slice(0, -1);
  const missing = String(path.at(-1));
  const message = `${parent.length === 0 ? "This file" : subject(parent)} needs the key "${missing}"`;
  const hint = `add ${missing}: …`;
  return { path: parent, missing, problem: error("shape/missing-key", keyPlaceAt(tree, parent), message, { hint }) };
}

function unknownKey(key: string, path: Path, tree: Tree, known: readonly string[]): Finding {
  const entry = entryAt(tree, [...path, key]);
  const meant = nearest(key, known);
  const where = path.length === 0 ? "in this file" : `in ${subject(path)}`;
  const keys = known.length > 0 && known.length <= 20 ? `the keys here are ${known.join(", ")}` : undefined;
  const hint =
    meant !== undefined ? `did you mean ${meant}?` : entry?.bare ? "put a text that holds a comma in quotes" : keys;
  const place = entry?.key.place ?? keyPlaceAt(tree, path);
  return { path, meant, problem: error("shape/unknown-key", place, `"${key}" is no key ${where}`, { hint }) };
}

function badName(path: Path, tree: Tree): Finding {
  const message = `"${String(path.at(-1))}" is no name that ids can be made of`;
  const hint = "begin with a small letter; go on with small letters, digits and underscores (in sources: hyphens)";
  return { path, problem: error("name/form", keyPlaceAt(tree, path), message, { hint }) };
}

const KINDS = { scalar: "a single value", map: "a map", list: "a list" } as const;

function wrongType(path: Path, tree: Tree, schema: z.core.$ZodType | undefined): Finding {
  const node = nodeAt(tree, path);
  const wanted =
    schema instanceof z.ZodArray || schema instanceof z.ZodTuple ? "a list, as [a, b]" : "a map, as { key: value }";
  const is =
    node === undefined
      ? ""
      : node.kind === "scalar" && node.text === ""
        ? "; it is empty"
        : `; it is ${KINDS[node.kind]}`;
  return {
    path,
    problem: error(
      "shape/wrong-type",
      node?.place ?? keyPlaceAt(tree, path),
      `${subject(path)} should be ${wanted}${is}`,
    ),
  };
}

/** A value as the author knows it: its key, and the key that holds it. */
function subject(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "This file";
  if (typeof last === "number")
    return path.length < 2 ? `Item ${last + 1}` : `Item ${last + 1} of ${inner(path.slice(0, -1))}`;
  return path.length < 2 ? `"${String(last)}"` : `"${String(last)}" of ${inner(path.slice(0, -1))}`;
}

const inner = (path: Path): string => {
  const [last, before] = [path.at(-1), path.at(-2)];
  return typeof last === "number" ? `item ${last + 1} of "${String(before)}"` : `"${String(last)}"`;
};
