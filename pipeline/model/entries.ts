import type { Doc } from "./doc.ts";
import type { BlockId } from "./id.ts";
import { plainText } from "./inline.ts";
import type { MarkNames } from "./marked-text.ts";

type Entries = Pick<Doc, "notes" | "discrepancies">;

/** A note or discrepancy: what it is, whichever number or letter it has. */
interface Entry {
  readonly id: string;
  readonly name: string;
  /** Its number or letter. */
  readonly label: string;
  /** What it says, in full: a note that repeats a source may say no more than "Ibid." */
  readonly text: string;
}

type Spot = Pick<Entry, "id" | "label">;

/** The notes and discrepancies of a Doc, as they are told of. */
export interface ToldEntries {
  /** What the marks are of; those of entries that the other edition has not came or went with them. */
  readonly names: MarkNames;
  /** Where an entry stands, and its number or letter: in the later of the two editions, if that has it. */
  readonly spotOf: (id: BlockId) => Spot;
}

/** The other of two editions, and whether it is the later one: then the day of the earlier one in words, too. */
export interface Versus<Other = Entries> {
  readonly other: Other;
  readonly since?: string;
}

/** The notes and discrepancies of the earlier or the later of two editions. */
export function toldEntries(doc: Entries, { other, since }: Versus): ToldEntries {
  const [own, others] = [entriesOf(doc), entriesOf(other)];
  const known = new Set(others.map(({ name }) => name));
  const later = new Map(others.map((entry, i) => [nth(entry, i, others), entry]));
  // What is gone stood under a number that may be another's now.
  const spotOf = (entry: Entry, i: number): Spot =>
    since === undefined
      ? entry
      : (later.get(nth(entry, i, own)) ?? { id: `${entry.id}-before`, label: `${entry.label} (${since})` });
  const spots = new Map(own.map((entry, i) => [entry.id, spotOf(entry, i)]));
  return {
    names: new Map(own.map(({ id, name, label, text }) => [id, { name: known.has(name) ? name : "", label, text }])),
    spotOf: (id) => spots.get(id) ?? { id, label: "" },
  };
}

/** All of a Doc's notes and discrepancies that the sentences of another edition are told with. */
export const entriesText = (doc: Entries): string => JSON.stringify(entriesOf(doc));

/** A note is what it cites, or what it says; a discrepancy has a name. */
function entriesOf({ notes, discrepancies }: Entries): readonly Entry[] {
  const cited = notes.map(({ id, number, sources, inlines }) => {
    const text = plainText(inlines);
    return { id, name: sources.join() || text, label: String(number), text };
  });
  const fullest = (name: string): string =>
    cited.reduce((text, each) => (each.name === name && each.text.length > text.length ? each.text : text), "");
  return [
    ...cited.map((each) => ({ ...each, text: fullest(each.name) })),
    ...discrepancies.map(({ id, name, letter, says }) => ({ id, name, label: letter, text: plainText(says) })),
  ];
}

/** Of several notes that cite the same, each is the first, the second, and so on. */
const nth = ({ name }: Entry, i: number, all: readonly Entry[]): string =>
  `${name} ${all.slice(0, i).filter((each) => each.name === name).length}`;
