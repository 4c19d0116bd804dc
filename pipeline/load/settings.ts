import { z } from "zod";
import type { Acceptance, Due, Settings } from "../model/brief.ts";
import { CODES } from "../model/codes.ts";
import { EDITION_KINDS, type Edition } from "../model/edition.ts";
import type { FamilySettings } from "../model/family.ts";
import type { Place } from "../model/place.ts";
import { error, nearest } from "../model/problem.ts";
import { nextEdition } from "../model/record.ts";
import type { Host } from "../model/stage.ts";
import { defined } from "./defined.ts";
import { editionId } from "./ids.ts";
import { date, day, flag, label, name, oneOf, plainText, text, whole } from "./leaf.ts";
import { nameShape, nameOf } from "./person.ts";
import { headOf } from "./positions.ts";
import type { Reader } from "./reader.ts";
import { readShape } from "./shape.ts";
import { entryAt, keyPlaceAt, nodeAt, written, type Scalar, type Tree } from "./tree.ts";
import { readYaml } from "./yaml.ts";

/** The shape of data/BRIEF/brief.yaml. */
export const briefShape = z.strictObject({
  title: text,
  subtitle: text.optional(),
  series: plainText.optional(),
  number: label.optional(),
  institution: plainText,
  authors: z.array(nameShape).min(1),
  keywords: z.array(plainText).optional(),
  licence: plainText.optional(),
  language: text,
  template: name,
  edition: z.strictObject({ date: day.optional(), kind: oneOf(EDITION_KINDS).optional() }).optional(),
  due: z.strictObject({ edition: day.optional(), data: z.record(z.string(), day).optional() }).optional(),
  contents: flag.optional(),
  family: z
    .strictObject({
      title: plainText.optional(),
      members: text,
      name: text.optional(),
      rows: z.record(z.string(), text).optional(),
    })
    .optional(),
  dates: z.array(date).optional(),
  names: z.array(label).optional(),
  idioms: z.array(text).optional(),
  upstream: z
    .strictObject({
      hosts: z.array(plainText).min(1),
      seconds: whole(1, 600).optional(),
      megabytes: whole(1, 1000).optional(),
    })
    .optional(),
  accept: z
    .array(z.strictObject({ code: text, at: text, reason: plainText, date: day, until: day.optional() }))
    .optional(),
});
type BriefFile = z.infer<typeof briefShape>;

/** What brief.yaml says, and the two things that it names: its language and its template. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly language: Scalar;
  readonly template: Scalar;
  /** The datasets that `due` names. */
  readonly due: readonly Scalar[];
}

/** Reads brief.yaml. The edition's date is the command line's, else the file's, else SOURCE_DATE_EPOCH's. */
export function readSettings(reader: Reader, folder: string): ReadSettings | undefined {
  const file = `${folder}/brief.yaml`;
  const tree = readYaml(reader, file);
  const given = tree && readShape(briefShape, tree, reader.problems);
  if (tree === undefined || given === undefined) return undefined;
  const edition = editionOf(reader, tree, folder, given);
  const accept = acceptances(reader, tree, given);
  if (edition === undefined) return undefined;
  const settings: Settings = {
    title: written(given.title),
    institution: given.institution,
    authors: given.authors.map(nameOf),
    keywords: given.keywords ?? [],
    edition,
    contents: given.contents ?? false,
    dates: (given.dates ?? []).map((each) => each.text),
    names: (given.names ?? []).map((each) => each.text),
    idioms: (given.idioms ?? []).map((each) => each.text),
    accept,
    place: headOf(file),
    ...defined({ subtitle: given.subtitle && written(given.subtitle), series: given.series }),
    ...defined({ due: given.due && dueOf(given.due), today: reader.host.today }),
    ...defined({
      family: given.family && familyOf(given.family, entryAt(tree, ["family"])?.key.place ?? headOf(file)),
    }),
    ...defined({ number: given.number?.text, licence: given.licence }),
    ...defined({ upstream: given.upstream && { seconds: 30, megabytes: 20, ...defined(given.upstream) } }),
  };
  const data = nodeAt(tree, ["due", "data"]);
  const due = data?.kind === "map" ? [...data.entries.values()].map(({ key }) => key) : [];
  return { settings, language: given.language, template: given.template, due };
}

const familyOf = (
  { title, members, name: named, rows = {} }: NonNullable<BriefFile["family"]>,
  place: Place,
): FamilySettings => ({
  members: written(members),
  rows: new Map(Object.entries(rows).map(([dataset, column]) => [dataset, written(column)])),
  place,
  ...defined({ title, name: named && written(named) }),
});

const dueOf = ({ edition, data = {} }: NonNullable<BriefFile["due"]>): Due => ({
  data: new Map(Object.entries(data).map(([dataset, last]) => [dataset, written(last)])),
  ...defined({ edition: edition && written(edition) }),
});

function editionOf(reader: Reader, tree: Tree, folder: string, given: BriefFile): Edition | undefined {
  const chosen = dateOf(reader.host, given);
  if (chosen !== undefined) {
    const { publishing, proposedOn } = reader.host;
    const taken = publishedIn(reader.host, folder);
    if (publishing !== undefined)
      return { id: editionId(nextEdition(chosen, taken)), date: chosen, kind: publishing.kind, published: true };
    const kind = given.edition?.kind ?? "first";
    const isDeclared = kind !== "first" && taken.every((id) => id.slice(0, 10) < chosen);
    if (proposedOn !== undefined && taken.length > 0 && !isDeclared) {
      const id = editionId(nextEdition(proposedOn, taken));
      return { id, date: proposedOn, kind: "revision", published: false };
    }
    return { id: editionId(chosen), date: chosen, kind, published: taken.includes(chosen) };
  }
  const place = entryAt(tree, ["edition"])?.key.place ?? headOf(`${folder}/brief.yaml`);
  const hint = "add edition: { date: YYYY-MM-DD }, or build with --date YYYY-MM-DD";
  reader.problems.push(error("date/missing", place, "This brief has no date, and today's is never taken", { hint }));
  return undefined;
}

/** The ids of the published editions of a brief: what has a record. */
const publishedIn = (host: Host, folder: string): readonly string[] =>
  (host.list(`${folder}/editions`) ?? []).filter((id) =>
    host.list(`${folder}/editions/${id}`)?.includes("record.yaml"),
  );

const dateOf = (host: Host, given: BriefFile): string | undefined =>
  host.dateFlag ?? given.edition?.date?.text ?? host.dateFromEpoch;

function acceptances(reader: Reader, tree: Tree, given: BriefFile): readonly Acceptance[] {
  const codes = Object.keys(CODES);
  const accepted: Acceptance[] = [];
  for (const [i, { code, at, reason, date: since, until }] of (given.accept ?? []).entries()) {
    if (!codes.includes(code.text)) {
      const near = nearest(code.text, codes);
      const hint = near === undefined ? undefined : `did you mean ${near}?`;
      reader.problems.push(error("name/unknown", code.place, `No problem has the code "${code.text}"`, { hint }));
    }
    const place = keyPlaceAt(tree, ["accept", i]);
    const last = defined({ until: until?.text });
    accepted.push({ code: code.text, at: at.text, reason, date: since.text, place, ...last });
  }
  return accepted;
}
