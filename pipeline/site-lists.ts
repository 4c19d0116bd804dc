import { join } from "node:path";
import type { Inputs } from "./arguments.ts";
import { siteLists, type SiteSettings } from "./editions/lists.ts";
import { siteCss } from "./editions/site-style.ts";
import {
  filesBelow,
  filesOfSite,
  frozenFolder,
  noteUnderway,
  readUnderway,
  recoverEdition,
  writeFiles,
} from "./host/site.ts";
import { readSiteHouse } from "./load/site.ts";
import { briefsIn } from "./load/briefs.ts";
import { byCodeUnit } from "./model/id.ts";
import type { EditionRecord } from "./model/record.ts";
import type { Host } from "./model/stage.ts";

/** The folders of a site and of the data whose records it is made of. */
export type SiteFolders = Pick<Inputs, "data"> & { readonly site: string };

/** Finishes or undoes what a killed publish left: with its record it is published, without it it never was. */
export function finishUnderway(folders: SiteFolders, host: Host): void {
  const underway = readUnderway(folders.site);
  if (underway !== undefined && recoverEdition(underway, folders)) rebuildLists(folders, host);
  noteUnderway(folders.site, undefined);
}

/** Makes all lists, feeds and latest pages of a site anew from the records; takes away lists that no record asks for. */
export function rebuildLists(folders: SiteFolders, host: Host): void {
  const lists = expectedLists(folders, host);
  const gone = [...filesOfSite(folders.site).keys()].filter((path) => !lists.has(path) && !isFrozen(path));
  writeFiles(folders.site, lists, gone);
}

/** All files of a site but the frozen ones, as the records have them. */
export function expectedLists({ site }: SiteFolders, host: Host): ReadonlyMap<string, Uint8Array> {
  const { records, language, labels, kinds, theme, baseUrl } = readSiteHouse(host, briefsIn(host).value ?? []);
  const encoder = new TextEncoder();
  const settings: SiteSettings = {
    words: { language, labels, kinds },
    css: siteCss(theme),
    sha256: (text) => host.sha256(encoder.encode(text)),
    sha256Base64: (text) => host.sha256Base64(encoder.encode(text)),
    ...(baseUrl === undefined ? {} : { baseUrl }),
  };
  const frozen = ({ brief, edition }: EditionRecord): ReadonlyMap<string, Uint8Array> =>
    filesBelow(join(frozenFolder(site, brief), edition));
  const lists = siteLists(records, frozen, settings);
  const own = [...lists].map(([path, bytes]) => [path, host.sha256(bytes)] as const);
  const kept = records.flatMap(({ brief, edition, files }) =>
    Object.entries(files).map(([path, hash]) => [`${brief}/editions/${edition}/${path}`, hash] as const),
  );
  const sums = [...own, ...kept].filter(([path]) => !path.startsWith(".")).toSorted(([a], [b]) => byCodeUnit(a, b));
  const text = sums.map(([path, hash]) => `${hash}  ${path}\n`).join("");
  return new Map([...lists, ["SHA256SUMS", encoder.encode(text)]]);
}

/** Whether a path in a site is that of a frozen file. */
export const isFrozen = (path: string): boolean => /^[^/]+\/editions\/[^/]+\/./.test(path);
