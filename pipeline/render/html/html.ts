import type { Doc, Section } from "../../model/doc.ts";
import type { SiteAddress } from "../../model/edition.ts";
import type { Drawing } from "../../model/drawing.ts";
import type { ChartId } from "../../model/id.ts";
import type { Language } from "../../model/language.ts";
import { eachInline } from "../../model/doc-walk.ts";
import { error, hasErrors, type Problem } from "../../model/problem.ts";
import type { Outcome } from "../../model/stage.ts";
import type { Theme } from "../../model/theme.ts";
import type { Typefaces } from "../../type/typefaces.ts";
import { citeHtml, downloadsHtml } from "./back.ts";
import { blockHtml, sectionHtml } from "./blocks.ts";
import type { Context } from "./context.ts";
import { checkedMarkup, fragment, type Html } from "./element.ts";
import { fontRules, printedCharacters, scriptFamilies } from "./fonts.ts";
import { contentsHtml, mastheadHtml, titleHtml, titleText } from "./front.ts";
import { lineageHtml, tracedFigures } from "./lineage.ts";
import { editionPlace, linkedData, metadataHtml, type DatasetWords } from "./metadata.ts";
import { discrepanciesHtml, notesHtml } from "./notes.ts";
import { redrawnByBlock } from "./redrawn.ts";
import { fillShell } from "./shell.ts";
import { hasMarginNotes, marginNotesCss } from "./side-notes.ts";
import { lightened, variablesCss } from "./style.ts";
import { withoutUnused } from "./unused.ts";

/** All that a page is made of. */
export interface HtmlInput {
  readonly doc: Doc;
  readonly drawings: ReadonlyMap<ChartId, Drawing>;
  readonly theme: Theme;
  readonly language: Language;
  readonly house: { readonly page: string; readonly css: string };
  readonly typefaces: Typefaces;
  readonly sha256Base64: (bytes: Uint8Array) => string;
  readonly datasets: readonly DatasetWords[];
  readonly address?: SiteAddress;
}

/**
 * The brief as one HTML page that stands alone: style and typefaces inside, no script, no request. Gives problems in
 * place of a page for an address that it may not link to, and for a page shell that cannot be filled.
 */
export async function renderHtml(input: HtmlInput): Promise<Outcome<string>> {
  const problems: Problem[] = [];
  const context: Context = {
    language: input.language,
    drawings: input.drawings,
    redrawn: redrawnByBlock(input.doc),
    traced: tracedFigures(input.doc),
    report: (problem) => problems.push(problem),
    linked: true,
  };
  const parts = bodyParts(input.doc, context);
  const body = fragment(...Object.values(parts)).markup;
  problems.push(...strayLinks(input.doc, input.house.page + body));
  if (hasErrors(problems)) return { problems };

  const style = await styleSheet(input, body);
  const place = editionPlace(input.doc, input.address);
  const data = linkedData(input.doc, input.datasets, place);
  const hash = (text: string): string => input.sha256Base64(new TextEncoder().encode(text));
  const filled = fillShell(input.house.page, {
    text: {
      language: input.doc.language,
      title: `${titleText(input.doc)} – ${input.doc.cover.institution}`,
      policy: policy(hash(style), hash(data)),
      marginNotes: hasMarginNotes(input.doc),
    },
    labels: input.language.labels,
    parts: {
      ...parts,
      metadata: metadataHtml(input.doc, data, place),
      style: checkedMarkup(`<style>${style}</style>`),
    },
  });
  const all = [...problems, ...filled.problems];
  return filled.value === undefined ? { problems: all } : { value: filled.value, problems: all };
}

/** Links of the brief to spots of its page that are not there. */
function strayLinks(doc: Doc, markup: string): readonly Problem[] {
  let spots: ReadonlySet<string> | undefined;
  const problems: Problem[] = [];
  eachInline(doc, (inline) => {
    if (inline.kind !== "link" || !inline.href.startsWith("#")) return;
    // Few briefs have such links, and a page has many spots.
    spots ??= new Set([...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => `#${id}`));
    if (spots.has(inline.href)) return;
    const hint =
      'a section has the id that {{section "id"}} gives it; {{see "id"}} links to tables, charts and sections';
    problems.push(error("prose/link", inline.place, `The page has no spot ${inline.href} to link to`, { hint }));
  });
  return problems;
}

/** The parts of the body, by the names that the page shell knows them under. */
function bodyParts(doc: Doc, context: Context): Readonly<Record<string, Html | undefined>> {
  const role = (...roles: readonly Section["role"][]): readonly Section[] =>
    doc.body.filter((section) => roles.includes(section.role));
  const text = role("summary", "introduction", "text");
  const end = role("about", "disclaimer");
  const sections = (list: readonly Section[]): Html => fragment(list.map((section) => sectionHtml(section, context)));
  return {
    masthead: mastheadHtml(doc, context),
    titleBlock: titleHtml(doc, context),
    contents: contentsHtml(doc, text, end, context),
    notice: doc.notice && blockHtml(doc.notice, context),
    text: sections(text),
    discrepancies: discrepanciesHtml(doc.discrepancies, context),
    notes: notesHtml(doc.notes, context),
    lineage: lineageHtml(doc.lineage, context),
    editions: doc.changes && sectionHtml(doc.changes, context),
    end: sections(end),
    cite: citeHtml(doc, context),
    downloads: downloadsHtml(doc, context),
  };
}

async function styleSheet({ doc, theme, house, typefaces }: HtmlInput, body: string): Promise<string> {
  const printed = printedCharacters(body);
  const fonts = await fontRules(body, printed, theme, typefaces);
  const margin = hasMarginNotes(doc) ? marginNotesCss(doc.notes) : "";
  const css = lightened(variablesCss(theme, house.css, body, scriptFamilies(printed)) + house.css + margin);
  return fonts.map(lightened).join("") + withoutUnused(css, house.page + body);
}

/**
 * Nothing loads and nothing runs but this style sheet and what is written into the page (CSP Level 3). The linked data
 * are a script element too: no browser runs them, and checkers want them named.
 */
const policy = (styleHash: string, dataHash: string): string =>
  [
    "default-src 'none'",
    "img-src data:",
    "font-src data:",
    `style-src 'sha256-${styleHash}'`,
    `script-src 'sha256-${dataHash}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
