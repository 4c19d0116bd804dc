import type { Derived } from "../model/brief.ts";
import type { Listed } from "../model/family.ts";
import { ledgerEntry } from "../model/figure.ts";
import { byCodeUnit } from "../model/id.ts";
import { machineDecimal } from "../model/rational.ts";
import type { Host } from "../model/stage.ts";
import { familyPage, inOrder } from "./index-page.ts";

/**
 * What stands beside the members of a family: the page that lists those that were made, the list as JSON, and the ledger
 * of all figures, in which each member's own rest on columns as a whole.
 */
export function familyFiles(brief: Derived, members: readonly Listed[], host: Host): ReadonlyMap<string, Uint8Array> {
  const utf8 = new TextEncoder();
  const { settings, language, theme } = brief;
  const title = settings.family?.title ?? settings.series ?? brief.id;
  const sha256Base64 = (text: string): string => host.sha256Base64(utf8.encode(text));
  const listed = inOrder(members);
  const files = new Map<string, Uint8Array>([
    ["index.html", utf8.encode(familyPage(listed, { title, language, theme, sha256Base64 }))],
    ["members.json", json({ schema: 1, family: brief.id, title, members: listed })],
    ["figures.json", json(ledgerOf(brief))],
  ]);
  const hashes = [...files].map(([path, bytes]) => [path, host.sha256(bytes)] as const);
  const manifest = {
    schema: 1,
    brief: brief.id,
    edition: settings.edition.id,
    files: Object.fromEntries(hashes.toSorted(([a], [b]) => byCodeUnit(a, b))),
    inputs: Object.fromEntries([...brief.inputs].toSorted(([a], [b]) => byCodeUnit(a, b))),
  };
  return new Map([...files, ["manifest.json", json(manifest)]]);
}

/** All figures of a family. Where each is shown stands in the ledgers of its members. */
const ledgerOf = ({ id, settings, figures }: Derived): object => ({
  schema: 1,
  brief: id,
  edition: settings.edition.id,
  figures: Object.fromEntries(
    [...figures.values()].map((figure) => [figure.id, ledgerEntry(figure, machineDecimal(figure.value), [])]),
  ),
});

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
