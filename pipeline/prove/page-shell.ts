import type { Composed } from "../model/brief.ts";
import { plainText } from "../model/inline.ts";
import type { Place } from "../model/place.ts";
import { error, type Problem } from "../model/problem.ts";
import { HINT } from "./follow.ts";
import { furnitureOf } from "./furniture.ts";
import { readElement, type Element } from "./page-tree.ts";
import { bare, type Reading } from "./reading.ts";

const FILE = "templates/house/page.html.hbs";

/**
 * Around the text stand the title, the contents, the citation and the words of the house's page shell: the title is
 * there, and no number is but those of the brief's own furniture.
 */
export function shellProblems(
  elements: readonly Element[],
  read: ReadonlySet<Element>,
  brief: Composed,
): readonly Problem[] {
  const body = elements.find(({ tagName }) => tagName === "body");
  if (body === undefined)
    return [error("proof/text", { file: FILE, line: 1, column: 1 }, "The page has no body", { hint: HINT })];
  const reading = readElement(body, read);
  const { title, subtitle, citation } = brief.doc.cover;
  const missing = [plainText(title), plainText(subtitle), citation].filter(
    (text) => !reading.text.includes(bare(text)),
  );
  return [
    ...missing.map((text) =>
      error("proof/text", brief.settings.place, `The page does not say "${text}" anywhere`, { hint: HINT }),
    ),
    ...looseNumbers(reading, brief),
  ];
}

function looseNumbers({ text }: Reading, brief: Composed): readonly Problem[] {
  const { cover, body } = brief.doc;
  const { labels } = brief.language;
  const known = [
    ...furnitureOf(brief),
    ...[cover.title, cover.subtitle, ...body.map(({ heading }) => heading)].map(plainText),
    ...cover.authors,
    cover.institution,
    cover.series ?? "",
    cover.licence ?? "",
    cover.citation,
    cover.edition.dateText,
    brief.doc.readingTime,
    ...(cover.number === undefined ? [] : [`${labels.number} ${cover.number}`]),
  ].map(bare);
  // Only texts with numbers matter; the longest first, so that a short one does not cut a longer one in two.
  const numbered = [...new Set(known)].filter((each) => /\p{N}/u.test(each)).toSorted((a, b) => b.length - a.length);
  const rest = numbered.reduce((left, each) => left.replaceAll(each, " "), text);
  return [...rest.matchAll(/\p{N}+/gu)].map(([number]) =>
    error(
      "proof/number",
      placeIn(brief.house.page, number),
      `The page prints ${number} outside its text, bound to nothing`,
      {
        hint: "take it out of the page shell; a number belongs into the data",
      },
    ),
  );
}

/** Where the shell prints a number itself, else its beginning. */
function placeIn(shell: string, number: string): Place {
  // Comments are not printed.
  const printed = shell.replace(/\{\{!--[\s\S]*?--\}\}/g, (comment) => comment.replace(/[^\n]/g, " "));
  const spaced = [...number].join(String.raw`\s*`);
  const match = new RegExp(spaced, "u").exec(printed);
  if (!match) return { file: FILE, line: 1, column: 1 };
  const before = printed.slice(0, match.index).split("\n");
  return { file: FILE, line: before.length, column: (before.at(-1) ?? "").length + 1, length: match[0].length };
}
