import { expect, test } from "vitest";
import type { Doc } from "../../pipeline/model/doc.ts";
import { toldEntries } from "../../pipeline/model/entries.ts";
import type { BlockId } from "../../pipeline/model/id.ts";

/** Notes and discrepancies of two editions, whose numbers and letters may be others. */

const doc = (notes: readonly string[], discrepancies: readonly string[]): Pick<Doc, "notes" | "discrepancies"> =>
  ({
    notes: notes.map((source, i) => ({ id: `note-${i + 1}`, number: i + 1, sources: [source], inlines: [] })),
    discrepancies: discrepancies.map((name, i) => {
      const letter = "abcd".charAt(i);
      return { id: `discrepancy-${letter}`, letter, name };
    }),
  }) as unknown as Doc;

const [OLD, NOW] = [doc(["x", "y", "x", "z"], ["p", "q"]), doc(["new", "x", "y", "x"], ["q", "p", "r"])];
const seen = (isEarlier: boolean): Readonly<Record<string, string>> => {
  const { names } = isEarlier ? toldEntries(OLD, { other: NOW, since: "May" }) : toldEntries(NOW, { other: OLD });
  return Object.fromEntries([...names].map(([id, { name, shown, later }]) => [id, `${name} ${shown} ${later}`]));
};

test("marks of the earlier edition have numbers and letters of their own, and of the later one", () => {
  expect(seen(true)).toEqual({
    "note-1": "x 1 2",
    "note-2": "y 2 3",
    "note-3": "x 3 4",
    "discrepancy-a": "p a b",
    "discrepancy-b": "q b a",
  });
});

test("marks of the later edition bear their own, and what the earlier one has not is left out", () => {
  expect(seen(false)).toEqual({
    "note-2": "x 2 2",
    "note-3": "y 3 3",
    "note-4": "x 4 4",
    "discrepancy-a": "q a a",
    "discrepancy-b": "p b b",
  });
});

test("an entry stands where the later edition has it, and apart from what has its number now if that has it no longer", () => {
  const { spotOf } = toldEntries(OLD, { other: NOW, since: "May" });
  expect(spotOf("discrepancy-a" as BlockId)).toMatchObject({ id: "discrepancy-b", label: "b" });
  expect(spotOf("note-4" as BlockId)).toMatchObject({ id: "note-4-before", label: "4 (May)" });
});
