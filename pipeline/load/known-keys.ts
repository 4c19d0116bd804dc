import { z } from "zod";
import type { Path } from "./tree.ts";

type Schema = z.core.$ZodType;

/** The shape that a shape has at a path; undefined where it leaves the way open or ends. */
export function schemaAt(schema: Schema, path: Path): Schema | undefined {
  let at: Schema | undefined = bare(schema);
  for (const step of path) {
    if (at instanceof z.ZodObject) at = fieldOf(at, String(step));
    else if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodRecord) at = at.valueType;
    else return undefined;
    at = at === undefined ? undefined : bare(at);
  }
  return at;
}

/** The keys that a map of this shape may have. */
export function knownKeys(schema: Schema | undefined): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String);
  return [];
}

function fieldOf(schema: z.ZodObject, key: string): Schema | undefined {
  const field: unknown = schema.shape[key];
  return field instanceof z.ZodType ? field : undefined;
}
const bare = (schema: Schema): Schema => (schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema);
