import { z } from "zod";
import { NAME, type SourceId } from "../model/id.ts";
import type { DateParts, Source } from "../model/source.ts";
import { defined } from "./defined.ts";
import { sourceId } from "./ids.ts";
import { address, date, label, oneOf, plainText } from "./leaf.ts";
import { nameOf, nameShape } from "./person.ts";
import type { Reader } from "./reader.ts";
import { readShape } from "./shape.ts";
import { keyPlaceAt } from "./tree.ts";
import { readYaml } from "./yaml.ts";

const TYPES = [
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "book",
  "chapter",
  "report",
  "speech",
  "webpage",
  "interview",
  "post",
  "dataset",
  "document",
] as const;

const item = z.strictObject({
  type: oneOf(TYPES),
  title: plainText,
  author: z.array(nameShape).min(1).optional(),
  "container-title": plainText.optional(),
  "collection-title": plainText.optional(),
  publisher: plainText.optional(),
  "publisher-place": plainText.optional(),
  volume: label.optional(),
  issue: label.optional(),
  page: label.optional(),
  issued: date.optional(),
  genre: plainText.optional(),
  URL: address.optional(),
  DOI: label.optional(),
  language: plainText.optional(),
});

/** The shape of data/BRIEF/sources.yaml: CSL-JSON items (Citation Style Language 1.0.2) by id. */
export const sourcesShape = z.record(z.string().regex(NAME), item);

/** Reads sources.yaml, in the order given. */
export function readSources(reader: Reader, folder: string): ReadonlyMap<SourceId, Source> | undefined {
  const tree = readYaml(reader, `${folder}/sources.yaml`);
  const given = tree && readShape(sourcesShape, tree, reader.problems);
  if (tree === undefined || given === undefined) return undefined;
  const sources = new Map<SourceId, Source>();
  for (const [key, { author, issued, volume, issue, page, DOI, ...rest }] of Object.entries(given)) {
    const id = sourceId(key);
    const texts = { volume: volume?.text, issue: issue?.text, page: page?.text, DOI: DOI?.text, URL: rest.URL?.text };
    const parts = { author: author?.map(nameOf), issued: issued && dateParts(issued.text) };
    sources.set(id, { id, ...defined({ ...rest, ...texts, ...parts }), place: keyPlaceAt(tree, [key]) });
  }
  return sources;
}

function dateParts(text: string): DateParts {
  const [year = 0, month, day] = text.split("-").map(Number);
  if (month === undefined) return [year];
  return day === undefined ? [year, month] : [year, month, day];
}
