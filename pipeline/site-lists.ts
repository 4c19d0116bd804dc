import { join, relative } from "node:path";
import type { Inputs } from "./arguments.ts";
import { siteLists, type SiteSettings } from "./editions/lists.ts";
import { siteCss } from "./editions/site-style.ts";
import {
  editionsInSite,
  filesBelow,
  filesOfSite,
  frozenFolder,
  noteUnderway,
  readUnderway,
  recoverEdition,
  writeFiles,
  type Underway,
} from "./host/site.ts";
import { readSiteHouse } from "./load/site.ts";
import { briefsIn } from "./load/briefs.ts";
import { byCodeUnit } from "./model/id.ts";
import { error, type Problem } from "./model/problem.ts";
import type { EditionRecord } from "./model/record.ts";
import type { Host } from "./model/stage.ts";
import type { Terminal } from "./terminal.ts";

/** The folders of a site and of the data whose records it is made of. */
export type SiteFolders = Pick<Inputs, "data"> & { readonly site: string };

/**
 * Finishes or undoes what a killed publish left: with its record it is published, without it it never was. Beside other data
 * than those of the site, it is left as it is.
 */
export function finishUnderway(folders: SiteFolders, host: Host): readonly Problem[] {
  const underway = readUnderway(folders.site);
  if (underway !== undefined) {
    const other = unrecorded(folders, host, underway);
    if (other.length > 0) return other;
    if (recoverEdition(underway, folders)) rebuildLists(folders, host);
  }
  noteUnderway(folders.site, undefined);
  return [];
}

/** What speaks against making lists: editions of a site that the data have no record of, which its lists would leave out. */
export function unrecorded({ site }: SiteFolders, host: Host, underway?: Underway): readonly Problem[] {
  const briefs = briefsIn(host).value ?? [];
  // Records are not read yet: one may be missing that a killed publish took back.
  const isKnown = (edition: Underway): boolean =>
    briefs.includes(edition.brief) &&
    (host.list(`data/${pathOf(edition)}`)?.includes("record.yaml") === true ||
      (underway !== undefined && pathOf(underway) === pathOf(edition)));
  const all = editionsInSite(site);
  const strange = all.filter((edition) => !isKnown(edition));
  if (strange.length === 0) return [];
  const inPart = new Set(all.filter(isKnown).map(({ brief }) => brief));
  const names = [...new Set(strange.map((edition) => (inPart.has(edition.brief) ? pathOf(edition) : edition.brief)))];
  const what = strange.some(({ brief }) => inPart.has(brief)) ? "editions" : "briefs";
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  const message = `This site has ${what} that the data have no record of: ${names.slice(0, MOST_NAMED).join(", ")}${more}; is --data right?`;
  return [error("edition/unrecorded", { file: "data", line: 1, column: 1 }, message, { hint: UNRECORDED })];
}

const pathOf = ({ brief, edition }: Underway): string => `${brief}/editions/${edition}`;

/** So many names are told. */
const MOST_NAMED = 10;
const UNRECORDED =
  "name the folder of data that they were published from with --data, or bring their records back from version control; if they are to leave the site, take their folders out of it";

/** Makes all lists, feeds and latest pages of a site anew from the records; takes away lists that no record asks for. */
export function rebuildLists(folders: SiteFolders, host: Host): void {
  const lists = expectedLists(folders, host);
  const gone = [...filesOfSite(folders.site).keys()].filter((path) => !lists.has(path) && !isFrozen(path));
  writeFiles(folders.site, lists, gone);
}

/** What is said of a folder of other files that is named for a site. */
export const noSite = ({ site }: SiteFolders, { cwd }: Pick<Terminal, "cwd">): string =>
  `${relative(cwd, site) || "this folder"} holds files and is no site, which would lose them: name an empty folder, or that of a site`;

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
