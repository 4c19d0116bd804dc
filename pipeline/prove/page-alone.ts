import { error, type Problem } from "../model/problem.ts";
import { attribute, elementsIn, textOfFirst, type Element, type Page } from "./page-tree.ts";

const SHELL = { file: "templates/house/page.html.hbs", line: 1, column: 1 };

/** What fetches, runs or stands for another page inside a page. */
const FETCHING = new Set("img image audio video source track iframe frame object embed base".split(" "));
/** Links of the head that name a page and fetch nothing. */
const NAMING = new Set(["alternate", "canonical", "license", "author"]);

/**
 * Whatever a house makes of the page's shell, the page stands alone: it names its language and title, its policy stands
 * before all that it rules, nothing runs and nothing is fetched, no id stands twice, and links to elsewhere lead
 * where a brief's own may.
 */
export function aloneProblems(page: Page): readonly Problem[] {
  const elements = elementsIn(page);
  const html = elements.find(({ tagName }) => tagName === "html");
  const head = elements.find(({ tagName }) => tagName === "head");
  return [
    ...(page.childNodes.some(({ nodeName }) => nodeName === "#documentType")
      ? []
      : [broken("The page does not begin with <!DOCTYPE html>: structure/doctype")]),
    ...(html && attribute(html, "lang") ? [] : [broken("The page names no language: structure/lang")]),
    ...(head && textOfFirst(head, "title")?.trim() ? [] : [broken("The page has no title: structure/title")]),
    ...policyProblems(elements),
    ...elements.flatMap(actingProblems),
    ...linkProblems(elements),
  ];
}

function policyProblems(elements: readonly Element[]): readonly Problem[] {
  const at = elements.findIndex((element) => attribute(element, "http-equiv") === "Content-Security-Policy");
  if (at < 0) return [broken("The page has no Content-Security-Policy: metadata/policy")];
  const ruled = elements.findIndex(({ tagName }) => tagName === "style");
  return ruled < 0 || at < ruled
    ? []
    : [broken("The Content-Security-Policy stands behind the style: metadata/policy")];
}

/** What runs or fetches. */
function actingProblems(element: Element): readonly Problem[] {
  const { tagName, attrs } = element;
  const of = (name: string): string => attribute(element, name) ?? "";
  const isData = of("type") === "application/ld+json";
  // A picture may be written into the page itself.
  const isInside = /^(?:img|image|link)$/.test(tagName) && (of("src") || of("href")).startsWith("data:");
  const names =
    tagName === "link" &&
    of("rel")
      .split(" ")
      .every((rel) => NAMING.has(rel));
  const fetches = (FETCHING.has(tagName) || tagName === "link") && !isInside && !names;
  const turns = tagName === "meta" && of("http-equiv").toLowerCase() === "refresh";
  const handler = attrs.find(({ name }) => name.startsWith("on"));
  return [
    ...(tagName === "script" && !isData ? [broken("The page holds a script: weight/script")] : []),
    ...(handler === undefined ? [] : [broken(`A ${tagName} element acts by ${handler.name}: weight/script`)]),
    ...(fetches || turns ? [broken(`The page holds a ${tagName} element that fetches: weight/request`)] : []),
  ];
}

function linkProblems(elements: readonly Element[]): readonly Problem[] {
  const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index);
  const targets = targetsOf(elements);
  // Browsers drop blanks and control characters before they read a scheme.
  const strange = targets.filter((target) => {
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target.replace(/[\p{Cc}\s]/gu, ""))?.[1]?.toLowerCase();
    return scheme !== undefined && scheme !== "https" && scheme !== "mailto";
  });
  return [
    ...told(twice, (names) => `The page has two elements with one id (${names}): structure/id-twice`),
    ...told(strange, (names) => `Links lead to where a page may not link (${names}): structure/address`),
  ];
}

const targetsOf = (elements: readonly Element[]): readonly string[] =>
  elements
    .filter(({ tagName }) => tagName === "a" || tagName === "area")
    .flatMap((link) => attribute(link, "href") ?? []);

/** Links to spots of the page that are not there. Where a text is missing as well, that is what is wrong. */
export function strayProblems(elements: readonly Element[]): readonly Problem[] {
  const known = new Set(elements.flatMap((element) => attribute(element, "id") ?? []));
  const targets = targetsOf(elements);
  const lost = targets.filter((target) => target.startsWith("#") && !known.has(target.slice(1)));
  return told(lost, (names) => `Links lead to spots that there are not (${names}): structure/broken-link`);
}

/** One problem for all that have a fault in common: one mistake in a shell breaks many links. */
const told = (names: readonly string[], message: (names: string) => string): readonly Problem[] =>
  names.length === 0 ? [] : [broken(message([...new Set(names)].join(", ")))];

const broken = (message: string): Problem =>
  error("proof/structure", SHELL, message, {
    hint: "the page shell that comes with Footing has what every page needs: compare with it",
  });
