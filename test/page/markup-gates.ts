import { HtmlValidate } from "html-validate";
import { parse } from "parse5";
import { attribute, elementsIn, readElement, type Element } from "../../pipeline/prove/page-tree.ts";

const RULES = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    "no-inline-style": "error",
    "long-title": "off",
    // A scroll region is a div with a role: a section of its own would stand in the outline.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
});

/** What html-validate finds, as `valid/RULE: place and words`. */
export async function validGate(html: string): Promise<readonly string[]> {
  const { results } = await RULES.validateString(html, "index.html");
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, message }) => `valid/${ruleId}: line ${line}, ${message}`),
  );
}

/** Structure, notes, tables, charts, numbers and metadata of a page, read from its markup. */
export function markupGate(html: string): readonly string[] {
  const elements = elementsIn(parse(html));
  return [outline, links, notes, tables, charts, numbers, metadata].flatMap((gate) => gate(elements));
}

/** Structure alone, of a page that is no brief's. */
export function structureGate(html: string): readonly string[] {
  const elements = elementsIn(parse(html));
  return [outline, links].flatMap((gate) => gate(elements));
}

type Gate = (elements: readonly Element[]) => readonly string[];

const named =
  (...names: readonly string[]) =>
  ({ tagName }: Element): boolean =>
    names.includes(tagName);
const having =
  (name: string, value: string) =>
  (element: Element): boolean =>
    attribute(element, name) === value;
const textOf = (element: Element): string => readElement(element).text;

const outline: Gate = (elements) => {
  const language = elements.filter(named("html")).flatMap((html) => attribute(html, "lang") ?? []);
  const headings = elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  const levels = headings.map(({ tagName }) => Number(tagName[1]));
  const mains = elements.filter(named("main")).length;
  const titles = levels.filter((level) => level === 1).length;
  return [
    ...(language.length === 1 ? [] : ["structure/lang: the page names no language"]),
    ...(mains === 1 ? [] : [`structure/main: ${mains}, exactly one`]),
    ...(titles === 1 ? [] : [`structure/h1: ${titles}, exactly one`]),
    ...headings.flatMap((heading, index) =>
      index > 0 && (levels[index] ?? 0) > (levels[index - 1] ?? 0) + 1
        ? [`structure/heading-level: h${levels[index]} "${textOf(heading)}" follows h${levels[index - 1]}`]
        : [],
    ),
    ...headings
      .filter((heading) => heading.tagName === "h2" && attribute(heading, "id") === undefined)
      .map((heading) => `structure/heading-id: ${textOf(heading)}`),
  ];
};

const links: Gate = (elements) => {
  const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
  const known = new Set(ids);
  const targets = elements.filter(named("a")).flatMap((link) => attribute(link, "href") ?? []);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `structure/id-twice: ${id}`),
    ...targets
      .filter((target) => target.startsWith("#") && !known.has(decodeURIComponent(target.slice(1))))
      .map((target) => `structure/broken-link: ${target}`),
    ...targets
      .filter((target) => /^[a-z][a-z0-9+.-]*:/i.test(target) && !/^(?:https|mailto):/.test(target))
      .map((target) => `structure/address: ${target}`),
  ];
};

const notes: Gate = (elements) => {
  const references = elements.filter(having("role", "doc-noteref"));
  const back = elements.filter(having("role", "doc-backlink")).flatMap((link) => attribute(link, "href") ?? []);
  const lists = elements.filter(named("li"));
  const lost = references.filter((reference) => {
    const note = lists.find((item) => `#${attribute(item, "id")}` === attribute(reference, "href"));
    return note === undefined || !elementsIn(note).some(having("role", "doc-backlink"));
  });
  const ids = new Set(references.map((reference) => `#${attribute(reference, "id")}`));
  return [
    ...lost.map((reference) => `notes/pairs: ${attribute(reference, "href")} has no note that leads back`),
    ...back.filter((target) => !ids.has(target)).map((target) => `notes/pairs: nothing refers from ${target}`),
    ...strangeLetters(lists),
  ];
};

/** Entries whose list shows another letter than the one by which the text refers to them. */
function strangeLetters(items: readonly Element[]): readonly string[] {
  const lettered = items.filter((item) => attribute(item, "id")?.startsWith("discrepancy-"));
  let place = 0;
  return lettered.flatMap((item) => {
    place = Number(attribute(item, "value") ?? place + 1);
    const id = attribute(item, "id") ?? "";
    const shown = String.fromCharCode("a".charCodeAt(0) + place - 1);
    return id === `discrepancy-${shown}` ? [] : [`notes/letters: ${id} stands at ${shown}`];
  });
}

const tables: Gate = (elements) =>
  elements.filter(named("table")).flatMap((table) => {
    const inside = elementsIn(table);
    const caption = inside.find(named("caption"));
    const name = caption === undefined ? "a table" : textOf(caption);
    const heads = inside.filter(named("th"));
    const body = inside.filter(named("tbody")).flatMap((each) => elementsIn(each));
    return [
      ...(caption === undefined || textOf(caption) === "" ? [`tables/caption: ${name}`] : []),
      ...heads.filter((head) => attribute(head, "scope") === undefined).map((head) => `tables/scope: ${textOf(head)}`),
      ...(body.some(named("th")) ? [] : [`tables/row-heads: ${name}`]),
    ];
  });

const charts: Gate = (elements) => {
  const ids = new Map(elements.map((element) => [attribute(element, "id"), element]));
  const words = (id: string): string => {
    const element = ids.get(id);
    // Titles and descriptions of drawings are no text of the page.
    return element ? element.childNodes.map((node) => ("value" in node ? node.value : "")).join("") : "";
  };
  const nameless = elements
    .filter(named("svg"))
    .filter((svg) => attribute(svg, "role") !== "img" || !attribute(svg, "aria-labelledby")?.split(" ").every(words));
  const bare = elements.filter(named("figure")).filter((figure) => !elementsIn(figure).some(named("figcaption")));
  return [
    ...nameless.map((svg) => `charts/name: a drawing ${attribute(svg, "class") ?? ""}`),
    ...bare.map((figure) => `charts/caption: ${attribute(figure, "id") ?? ""}`),
    ...elements
      .filter(named("figure"))
      .filter((figure) => !ids.has(attribute(figure, "aria-labelledby") ?? "nothing"))
      .map((figure) => `charts/figure-name: ${attribute(figure, "id") ?? ""}`),
  ];
};

/** A bound number has a value for machines and its figure, and leads to how it was made. */
const numbers: Gate = (elements) => {
  const told = new Set(elements.filter(named("dt")).flatMap((line) => attribute(line, "id") ?? []));
  const linked = new Set(
    elements
      .filter(named("a"))
      .filter((link) => told.has((attribute(link, "href") ?? "").slice(1)))
      .flatMap((link) => elementsIn(link).filter(named("data")))
      .map((number) => attribute(number, "data-figure")),
  );
  const bound = elements.filter(named("data"));
  return bound.flatMap((number) => {
    const figure = attribute(number, "data-figure");
    const value = attribute(number, "value");
    if (figure === undefined || value === undefined || !/^-?\d+(?:\.\d+)?$/.test(value))
      return [`numbers/data: ${textOf(number)}`];
    return linked.has(figure) ? [] : [`numbers/lineage: ${textOf(number)} of ${figure}`];
  });
};

const NAMES = [
  ["name", "description"],
  ["property", "og:title"],
  ["property", "og:type"],
  ["property", "og:description"],
  ["property", "og:site_name"],
  ["property", "og:locale"],
  ["name", "citation_title"],
  ["name", "citation_author"],
  ["name", "citation_publication_date"],
  ["name", "citation_technical_report_institution"],
  ["name", "citation_language"],
  ["name", "citation_reference"],
  ["http-equiv", "Content-Security-Policy"],
] as const;
const REPORT = "headline author publisher datePublished dateModified inLanguage version abstract accessibilityFeature";
const DATASET = "name description creator distribution variableMeasured";

const metadata: Gate = (elements) => {
  const metas = elements.filter(named("meta"));
  const missing = NAMES.filter(
    ([kind, name]) => !metas.some((meta) => attribute(meta, kind) === name && attribute(meta, "content")),
  );
  const pdf = elements.some((link) => link.tagName === "link" && attribute(link, "type") === "application/pdf");
  return [
    ...missing.map(([, name]) => `metadata/meta: no ${name}`),
    ...(pdf ? [] : ["metadata/pdf: no link to the PDF"]),
    ...linkedData(elements),
  ];
};

function linkedData(elements: readonly Element[]): readonly string[] {
  const script = elements.find(having("type", "application/ld+json"));
  const text = script?.childNodes.map((node) => ("value" in node ? node.value : "")).join("") ?? "{}";
  const { "@graph": graph = [] } = JSON.parse(text) as { "@graph"?: readonly Readonly<Record<string, unknown>>[] };
  const lacking = (item: Readonly<Record<string, unknown>>, names: string): readonly string[] =>
    names.split(" ").filter((name) => item[name] === undefined || item[name] === "");
  const report = graph.find((item) => item["@type"] === "Report");
  if (report === undefined) return ["metadata/report: no linked data of the report"];
  return [
    ...lacking(report, REPORT).map((name) => `metadata/report: no ${name}`),
    ...graph
      .filter((item) => item["@type"] === "Dataset")
      .flatMap((item) => lacking(item, DATASET).map((name) => `metadata/dataset: no ${name}`)),
  ];
}
