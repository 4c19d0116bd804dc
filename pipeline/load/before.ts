import type { EditionBefore, DocText } from "../model/edition-text.ts";
import { byCodeUnit, type EditionId } from "../model/id.ts";
import { error } from "../model/problem.ts";
import { editionOrder, keptFiles, keptHash, type EditionRecord } from "../model/record.ts";
import { chartId } from "./ids.ts";
import { ledgerFrom } from "./last-edition.ts";
import { headOf } from "./positions.ts";
import { remembering } from "../model/remembered.ts";
import type { Reader } from "./reader.ts";

/** So many characters of texts are remembered: those of some briefs, whose editions are built again and again. */
const MOST_CHARACTERS = 2_000_000;
const texts = remembering<{ readonly text: DocText; readonly size: number }>(MOST_CHARACTERS, ({ size }) => size);

/** The edition that was published before this one, with its ledger, text and charts; undefined where there is none. */
export function readBefore(
  reader: Reader,
  folder: string,
  records: readonly EditionRecord[],
  edition: EditionId,
): EditionBefore | undefined {
  const earlier = records.filter((record) => byCodeUnit(editionOrder(record.edition), editionOrder(edition)) < 0);
  const record = earlier.at(-1);
  if (record === undefined) return undefined;
  const kept = (path: string): string | undefined => readKept(reader, `${folder}/editions`, record, path);
  const [figures, doc] = [kept("figures.json"), kept("doc.json")];
  const names = keptFiles(record).filter((path) => path.startsWith("charts/"));
  const charts = names.map((path) => [chartId(path.slice("charts/".length, -".svg".length)), kept(path)] as const);
  const result = ledgerFrom(figures ?? "");
  if (figures === undefined || doc === undefined || !("ledger" in result)) return undefined;
  return {
    record,
    ledger: result.ledger,
    // As it was published: its hash is the record's.
    text: texts(doc, () => ({ text: JSON.parse(doc) as DocText, size: doc.length })).text,
    charts: new Map(charts.flatMap(([id, svg]) => (svg === undefined ? [] : [[id, svg] as const]))),
  };
}

/** A file that is kept beside a record; undefined, with a problem, where it is not as it was published. */
function readKept(reader: Reader, editions: string, record: EditionRecord, path: string): string | undefined {
  const file = `${editions}/${record.edition}/${path}`;
  const bytes = reader.host.read(file);
  const hash = bytes && reader.host.sha256(bytes);
  if (bytes !== undefined && hash !== undefined && hash === keptHash(record, path)) {
    reader.inputs.set(file, hash);
    return new TextDecoder().decode(bytes);
  }
  const message = `The edition ${record.edition} is not kept as it was published: ${path} ${bytes === undefined ? "is missing" : "is another"}`;
  const hint = "take the file from version control again: a published edition is never changed";
  reader.problems.push(error("edition/altered", headOf(file), message, { hint }));
  return undefined;
}
