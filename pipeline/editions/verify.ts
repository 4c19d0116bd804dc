import { byCodeUnit } from "../model/id.ts";
import { error, type Problem } from "../model/problem.ts";
import { keptFiles, keptHash, type EditionFacts, type EditionRecord } from "../model/record.ts";

/** The name of the file in which an edition in the site says what it is. */
export const FACTS = "edition.json";

/** What an edition says of itself, as its file in the site. */
export function factsText(record: EditionRecord): string {
  return `${JSON.stringify({ ...record, files: undefined }, null, 2)}\n`;
}

/** The files of an edition as they are now: in the site, and what the data keep of them. */
export type EditionFiles = Readonly<Record<"frozen" | "kept", ReadonlyMap<string, Uint8Array>>>;

/** Holds an edition's files in the site against its record: each there and as it was published, none besides; and what is kept. */
export function verifyEdition(
  record: EditionRecord,
  { frozen: there, kept }: EditionFiles,
  sha256: (bytes: Uint8Array) => string,
): readonly Problem[] {
  const { brief, edition, files } = record;
  const wrong = (message: string, hint: string): Problem =>
    error("edition/altered", { file: `data/${brief}/editions/${edition}/record.yaml`, line: 1, column: 1 }, message, {
      hint,
    });
  const name = `${brief}/editions/${edition}`;
  const lost = Object.keys(files).filter((path) => !there.has(path));
  const more = [...there.keys()].filter((path) => !Object.hasOwn(files, path));
  const other = Object.entries(files).filter(([path, hash]) => {
    const bytes = there.get(path);
    return bytes !== undefined && sha256(bytes) !== hash;
  });
  const facts = there.get(FACTS);
  const said =
    facts === undefined || other.some(([path]) => path === FACTS) ? undefined : new TextDecoder().decode(facts);
  return [
    ...lost.map((path) => wrong(`${name}/${path} is missing`, AGAIN)),
    ...other.map(([path]) => wrong(`${name}/${path} is not as it was published`, AGAIN)),
    ...more.toSorted(byCodeUnit).map((path) => wrong(`${name}/${path} was not published`, "take it away")),
    ...verifyKept(record, kept, sha256),
    ...(said === undefined || said === factsText(record)
      ? []
      : [wrong(`The record says otherwise than ${name}/${FACTS}: ${differing(said, record)}`, AGAIN)]),
  ];
}

/** Holds what is kept beside a record against it: the ledger, the text and the charts, of which what changed is told. */
function verifyKept(
  record: EditionRecord,
  kept: EditionFiles["kept"],
  sha256: (bytes: Uint8Array) => string,
): readonly Problem[] {
  const folder = `data/${record.brief}/editions/${record.edition}`;
  const place = { file: `${folder}/record.yaml`, line: 1, column: 1 };
  const known = keptFiles(record);
  const altered = known.flatMap((path) => {
    const bytes = kept.get(path);
    if (bytes !== undefined && sha256(bytes) === keptHash(record, path)) return [];
    const what = bytes === undefined ? "is missing" : "is not as it was published";
    return [error("edition/altered", place, `${folder}/${path} ${what}`, { hint: AGAIN })];
  });
  const more = [...kept.keys()].filter((path) => path !== "record.yaml" && !known.includes(path));
  const strange = more
    .toSorted(byCodeUnit)
    .map((path) => error("edition/altered", place, `${folder}/${path} was not published`, { hint: "take it away" }));
  return [...altered, ...strange];
}

const AGAIN = "bring it back from version control or a copy: a published edition is never changed";

/** The first thing that a record says otherwise than its edition in the site. */
function differing(said: string, record: EditionRecord): string {
  const facts = JSON.parse(said) as EditionFacts;
  const own = JSON.parse(factsText(record)) as EditionFacts;
  const names = [...new Set([...Object.keys(facts), ...Object.keys(own)])] as readonly (keyof EditionFacts)[];
  return names.find((name) => JSON.stringify(facts[name]) !== JSON.stringify(own[name])) ?? "their order";
}
