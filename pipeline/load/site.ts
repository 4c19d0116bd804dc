import { z } from "zod";
import type { EditionKind, SiteAddress } from "../model/edition.ts";
import { EDITION_LABELS } from "../model/edition-labels.ts";
import { LABELS, type Language } from "../model/language.ts";
import type { EditionRecord } from "../model/record.ts";
import { UnreadableSite } from "../model/unreadable.ts";
import type { Host } from "../model/stage.ts";
import type { Theme } from "../model/theme.ts";
import { defined } from "./defined.ts";
import { readLanguage, readTheme } from "./house.ts";
import { address, text } from "./leaf.ts";
import type { Reader } from "./reader.ts";
import { readRecords } from "./record.ts";
import { readShape } from "./shape.ts";
import type { Scalar } from "./tree.ts";
import { readYaml } from "./yaml.ts";

/**
 * The shape of templates/house/site.yaml: the language of a site's own pages, and, where it has them, its address and the
 * address of the picture that stands for its briefs where they are shared.
 */
export const siteShape = z.strictObject({
  language: text,
  base_url: address.optional(),
  picture: address.optional(),
});

const SITE = "templates/house/site.yaml";

/** What the house says of its site; nothing where it says nothing. */
function readSite(reader: Reader): z.infer<typeof siteShape> | undefined {
  const there = reader.host.list("templates/house")?.includes("site.yaml") ?? false;
  const tree = there ? readYaml(reader, SITE) : undefined;
  return tree && readShape(siteShape, tree, reader.problems);
}

const baseOf = (given: z.infer<typeof siteShape> | undefined): string | undefined =>
  given?.base_url?.text.replace(/\/*$/, "/");

/** Where published editions stand on the web, where the house says so. */
export function readAddress(reader: Reader): SiteAddress | undefined {
  const given = readSite(reader);
  const baseUrl = baseOf(given);
  return baseUrl === undefined ? undefined : { baseUrl, ...defined({ picture: given?.picture?.text }) };
}

/** What a site is made of besides its editions' files. */
export interface SiteHouse {
  readonly records: readonly EditionRecord[];
  readonly language: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<EditionKind, string>>;
  readonly theme: Theme;
  /** Ends with a slash. */
  readonly baseUrl?: string;
}

/** Reads the records of all briefs, and what the house says of its site. */
export function readSiteHouse(host: Host, briefs: readonly string[]): SiteHouse {
  const reader: Reader = { host, inputs: new Map(), problems: [] };
  const records = briefs.flatMap((brief) => readRecords(reader, `data/${brief}`));
  const given = readSite(reader);
  const tag = given?.language ?? scalar(records[0]?.language ?? "en-GB");
  const [language, theme] = [readLanguage(reader, tag), readTheme(reader)];
  if (reader.problems.length > 0 || language === undefined || theme === undefined)
    throw new UnreadableSite(reader.problems);
  const baseUrl = baseOf(given);
  return {
    records,
    language: language.tag,
    labels: Object.fromEntries(LABELS.map((label) => [label, language.labels[label]])),
    kinds: kindsOf(language),
    theme,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  };
}

const kindsOf = ({ labels }: Language): Readonly<Record<EditionKind, string>> => ({
  first: labels[EDITION_LABELS.first],
  revision: labels[EDITION_LABELS.revision],
  correction: labels[EDITION_LABELS.correction],
  withdrawal: labels[EDITION_LABELS.withdrawal],
});

const scalar = (tag: string): Scalar => ({
  kind: "scalar",
  text: tag,
  source: tag,
  plain: true,
  place: { file: SITE, line: 1, column: 1 },
});
