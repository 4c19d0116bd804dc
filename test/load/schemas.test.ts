import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { schemas } from "../../pipeline/load/schemas.ts";

const folder = new URL("../../pipeline/load/schemas/", import.meta.url);

test("the schemas on disk are those of the shapes: npm run schemas writes them", () => {
  const onDisk = new Map(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const),
  );
  expect(onDisk).toEqual(new Map([...schemas()].toSorted(([a], [b]) => (a < b ? -1 : 1))));
});

test("editors learn of unknown keys, words and numbers", () => {
  const schema: unknown = JSON.parse(schemas().get("dataset.schema.json") ?? "");
  expect(schema).toMatchObject({
    additionalProperties: false,
    required: ["title"],
    properties: {
      rounding: { enum: ["half-up", "half-even", "truncate", "exact", "unknown"] },
      figures: {
        additionalProperties: {
          required: ["value", "unit"],
          properties: { value: { type: ["number", "string"] } },
          additionalProperties: false,
        },
      },
    },
  });
});
