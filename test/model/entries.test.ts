import { expect, test } from "vitest";
import type { Doc } from "../../pipeline/model/doc.ts";
import { toldEntries } from "../../pipeline/model/entries.ts";
import type { BlockId } from "../../pipeline/model/id.ts";

/** Notes and discrepancies of two editions, whose numbers and letters may be others. */

const doc = (notes: readonly string[], discrepancies: readonly string[]): Pick<Doc, "notes" | "discrepancies"> =>
  ({
    notes: notes.map((source, i) => {
      const text = notes.indexOf(source) === i ? `All of ${source}` : "Ibid.";
      return { id: `note-${i + 1}`, number: i + 1, sources: [source], inlines: [{ kind: "text", text }] };
    }),
    discrepancies: discrepancies.map((name, i) => {
      const letter = "abcd".charAt(i);
      return { id: `discrepancy-${letter}`, letter, name, says: [{ kind: "text", text: `On ${name}` }] };
    }),
  }) as unknown as Doc;

const [OLD, NOW] = [doc(["x", "y", "x", "z"], ["p", "q"]), doc(["new", "x", "y", "x"], ["q", "p", "r"])];
const seen = (isEarlier: boolean): Readonly<Record<string, string>> => {
  const { names } = isEarlier ? toldEntries(OLD, { other: NOW, since: "May" }) : toldEntries(NOW, { other: OLD });
  return Object.fromEntries([...names].map(([id, { name, label, text }]) => [id, `${name} | ${label}: ${text}`]));
};

test("marks are known by what they are of, and have the numbers and letters of their own edition", () => {
  expect(seen(true)).toEqual({
    "note-1": "x | 1: All of x",
    "note-2": "y | 2: All of y",
    "note-3": "x | 3: All of x",
    "note-4": " | 4: All of z",
    "discrepancy-a": "p | a: On p",
    "discrepancy-b": "q | b: On q",
  });
});

test("what the other edition has not is marked, and is not compared", () => {
  expect(seen(false)).toMatchObject({
    "note-1": " | 1: All of new",
    "note-4": "x | 4: All of x",
    "discrepancy-c": " | c: On r",
  });
});

test("an entry stands where the later edition has it, and apart from what has its number now if that has it no longer", () => {
  const { spotOf } = toldEntries(OLD, { other: NOW, since: "May" });
  expect(spotOf("discrepancy-a" as BlockId)).toMatchObject({ id: "discrepancy-b", label: "b" });
  expect(spotOf("note-4" as BlockId)).toMatchObject({ id: "note-4-before", label: "4 (May)" });
});
