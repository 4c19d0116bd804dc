import type { Doc } from "./doc.ts";
import type { BlockId } from "./id.ts";
import { plainText } from "./inline.ts";
import type { MarkNames } from "./marked-text.ts";

type Entries = Pick<Doc, "notes" | "discrepancies">;

/** A note or discrepancy: what it is, whichever number or letter it has. */
interface Entry {
  readonly id: BlockId;
  readonly name: string;
  /** Its number or letter. */
  readonly label: string;
}

/** The notes and discrepancies of a Doc, as they are told of. */
export interface ToldEntries {
  /** What the marks are of, where the other edition has these as well: else they came or went with them. */
  readonly names: MarkNames;
  /** Where an entry stands, and its number or letter: in the later of the two editions, if that has it. */
  readonly spotOf: (id: BlockId) => Omit<Entry, "name">;
}

/** All of a Doc's notes and discrepancies that the sentences of another edition are told with. */
export const entriesText = (doc: Entries): string => JSON.stringify(entriesOf(doc));

/** The notes and discrepancies of the earlier or the later of two editions. */
export function toldEntries(doc: Entries, other: Entries, isEarlier: boolean): ToldEntries {
  const [own, others] = [entriesOf(doc), entriesOf(other)];
  const known = new Set(others.map(({ name }) => name));
  const later = new Map(others.map((entry, i) => [nth(entry, i, others), entry]));
  const spots = new Map(own.map((entry, i) => [entry.id, (isEarlier && later.get(nth(entry, i, own))) || entry]));
  return {
    names: new Map(
      own
        .filter(({ name }) => known.has(name))
        .map(({ id, name, label }) => [id, { name, shown: spots.get(id)?.label ?? label }]),
    ),
    spotOf: (id) => spots.get(id) ?? { id, label: "" },
  };
}

/** A note is what it cites, or what it says; a discrepancy has a name. */
const entriesOf = ({ notes, discrepancies }: Entries): readonly Entry[] => [
  ...notes.map(({ id, number, sources, inlines }) => ({
    id,
    name: sources.join() || plainText(inlines),
    label: String(number),
  })),
  ...discrepancies.map(({ id, name, letter }) => ({ id, name, label: letter })),
];

/** Of several notes that cite the same, each is the first, the second, and so on. */
const nth = ({ name }: Entry, i: number, all: readonly Entry[]): string =>
  `${name} ${all.slice(0, i).filter((each) => each.name === name).length}`;
