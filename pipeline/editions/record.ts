import type { Rendered } from "../model/brief.ts";
import { plainText } from "../model/doc.ts";
import { byCodeUnit } from "../model/id.ts";
import type { EditionRecord } from "../model/record.ts";
import { changesBetween } from "./changes.ts";
import { FACTS, factsText } from "./verify.ts";

/** The record of an edition that is about to be published, and its files in the site with what they say of it. */
export function recordOf(
  brief: Rendered,
  reason: string,
  made: ReadonlyMap<string, Uint8Array>,
  sha256: (bytes: Uint8Array) => string,
): { readonly record: EditionRecord; readonly files: ReadonlyMap<string, Uint8Array> } {
  const { doc, last, ledger, records } = brief;
  const { edition, title, subtitle, institution, keywords } = doc.cover;
  const before = records.at(-1)?.edition;
  const { changes, substantial } =
    last === undefined ? { changes: [], substantial: false } : changesBetween(last, ledger);
  const facts = {
    schema: 1,
    brief: doc.brief,
    edition: edition.id,
    kind: edition.kind,
    date: edition.date,
    dateText: edition.dateText,
    reason,
    ...(before === undefined ? {} : { before }),
    substantial,
    title: plainText(title),
    ...(subtitle.length === 0 ? {} : { subtitle: plainText(subtitle) }),
    institution,
    language: doc.language,
    abstract: doc.abstract,
    keywords,
    changes,
  } as const;
  const files = new Map([...made, [FACTS, new TextEncoder().encode(factsText({ ...facts, files: {} }))] as const]);
  const hashes = [...files].map(([path, bytes]) => [path, sha256(bytes)] as const);
  return {
    files,
    record: { ...facts, files: Object.fromEntries(hashes.toSorted(([a], [b]) => byCodeUnit(a, b))) },
  };
}
