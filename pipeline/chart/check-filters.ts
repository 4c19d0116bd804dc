import { nearest } from "../model/problem.ts";
import type { Refusal } from "./check-spec.ts";
import { isObject } from "./json.ts";
import type { ChartRows } from "./rows.ts";
import type { Path } from "./spec-places.ts";
import { readExpression, type Comparison } from "./vega-expression.ts";

/** Texts that filters and conditions look for and that no row has: what they pick out would be missing without a word. */
export function checkFilters(spec: unknown, rows: ChartRows): readonly Refusal[] {
  return comparisonsIn(spec).flatMap(({ field, text, path }): readonly Refusal[] => {
    const values = new Set(rows.data.map((row) => row[field]));
    const isOfWords = rows.fields.has(field) && !rows.shows.has(field) && !/_(?:gap|flags)$/.test(field);
    if (!isOfWords || values.has(text)) return [];
    const names = [...values].map(String);
    const near = nearest(text, names);
    const hint = near === undefined ? `they have ${names.slice(0, MOST_NAMED).join(", ")}` : `did you mean "${near}"?`;
    return [{ path, at: "value", message: `No row has "${text}" as its ${field}`, hint }];
  });
}

/** As many values of a field as a hint names. */
const MOST_NAMED = 8;

interface Looked extends Comparison {
  readonly path: Path;
}

function comparisonsIn(part: unknown, path: Path = []): readonly Looked[] {
  if (Array.isArray(part)) return part.flatMap((each: unknown, index) => comparisonsIn(each, [...path, index]));
  if (!isObject(part) || path[0] === "usermeta") return [];
  return Object.entries(part).flatMap(([name, inner]) => {
    const own = [...path, name];
    const isTest = name === "filter" || name === "test";
    return isTest ? tested(inner, own) : comparisonsIn(inner, own);
  });
}

/** What a test looks for: an expression, or a predicate of a field with what it equals or is one of. */
function tested(test: unknown, path: Path): readonly Looked[] {
  if (typeof test === "string") return readExpression(test).compared.map((each) => ({ ...each, path }));
  if (!isObject(test)) return [];
  const { field, equal, oneOf } = { field: undefined, equal: undefined, oneOf: undefined, ...test };
  const texts: readonly unknown[] = [equal, ...(Array.isArray(oneOf) ? (oneOf as readonly unknown[]) : [])];
  const own = texts.flatMap((text) =>
    typeof text === "string" && typeof field === "string" ? [{ field, text, path }] : [],
  );
  const inner = ["and", "or", "not"].flatMap((name) => {
    const tests: unknown = test[name];
    return Array.isArray(tests)
      ? tests.flatMap((each: unknown, index) => tested(each, [...path, name, index]))
      : tested(tests, [...path, name]);
  });
  return [...own, ...inner];
}
