import type { Composed } from "../model/brief.ts";
import { plainText } from "../model/inline.ts";
import { error, type Problem } from "../model/problem.ts";
import { HINT } from "./follow.ts";
import { attribute, type Element } from "./page-tree.ts";
import { bare } from "./reading.ts";

/** What search engines and libraries read of a page is what the brief says. */
export function headProblems(elements: readonly Element[], { doc, settings }: Composed): readonly Problem[] {
  const { cover, abstract } = doc;
  const title = plainText(cover.title);
  const date = cover.edition.date.replaceAll("-", "/");
  const wanted: readonly (readonly [name: string, value: string])[] = [
    ["description", abstract],
    ["og:description", abstract],
    ["og:title", title],
    ["citation_title", title],
    ["citation_publication_date", date],
  ];
  const metas = elements.filter(({ tagName }) => tagName === "meta");
  return wanted.flatMap(([name, value]) => {
    const meta = metas.find((each) => (attribute(each, "name") ?? attribute(each, "property")) === name);
    const said = meta && attribute(meta, "content");
    if (said !== undefined && bare(said) === bare(value)) return [];
    const message =
      said === undefined ? `The page’s head has no ${name}` : `The page’s head says another ${name}: "${said}"`;
    return [error("proof/text", settings.place, message, { arithmetic: `the brief says: "${value}"`, hint: HINT })];
  });
}
