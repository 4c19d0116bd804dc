import type { Rendered } from "../model/brief.ts";
import type { Doc } from "../model/doc.ts";
import { plainText } from "../model/inline.ts";
import { byCodeUnit } from "../model/id.ts";
import type { NamedData, NamedRow } from "../model/edition-text.ts";
import type { EditionRecord } from "../model/record.ts";
import { FACTS, factsText } from "./verify.ts";

/** The record of an edition that is about to be published, and its files in the site with what they say of it. */
export function recordOf(
  brief: Rendered,
  reason: string,
  made: ReadonlyMap<string, Uint8Array>,
  sha256: (bytes: Uint8Array) => string,
): { readonly record: EditionRecord; readonly files: ReadonlyMap<string, Uint8Array> } {
  const { doc, before, changed } = brief;
  const { edition, title, subtitle, institution, keywords } = doc.cover;
  const facts = {
    schema: 1,
    brief: doc.brief,
    edition: edition.id,
    kind: edition.kind,
    date: edition.date,
    dateText: edition.dateText,
    reason,
    ...(before === undefined ? {} : { before: before.record.edition }),
    substantial: changed?.substantial ?? false,
    title: plainText(title),
    ...(subtitle.length === 0 ? {} : { subtitle: plainText(subtitle) }),
    institution,
    language: doc.language,
    abstract: doc.abstract,
    keywords,
    changes: changed?.changes ?? [],
    sentences: changed?.sentences ?? [],
    charts: changed?.charts ?? [],
    doc: sha256(keptDoc(doc)),
  } as const;
  const files = new Map([...made, [FACTS, new TextEncoder().encode(factsText({ ...facts, files: {} }))] as const]);
  const hashes = [...files].map(([path, bytes]) => [path, sha256(bytes)] as const);
  return {
    files,
    record: { ...facts, files: Object.fromEntries(hashes.toSorted(([a], [b]) => byCodeUnit(a, b))) },
  };
}

/** An edition's text as it is kept beside its record, for the next one to be held against; the ledger has the rest. */
export function keptDoc(doc: Doc): Uint8Array {
  const left = new Set(["place", "changes", "notice"]);
  const kept = { ...doc, lineage: doc.lineage.map(namedData) };
  const bare = JSON.stringify(kept, (name, value: unknown) => (left.has(name) ? undefined : value));
  return new TextEncoder().encode(`${bare}\n`);
}

const namedData = ({ dataset, title, rows }: NamedData): NamedData => ({ dataset, title, rows: rows.map(namedRow) });

const namedRow = ({ title, sources, numbers }: NamedRow): NamedRow => ({
  title,
  sources,
  numbers: numbers.map((number) => ({ figure: number.figure, sources: number.sources })),
});
