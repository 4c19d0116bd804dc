import type { Charted, Composed } from "../model/brief.ts";
import type { Block, Doc, Section } from "../model/doc.ts";
import { plainText } from "../model/inline.ts";
import type { ProblemCode } from "../model/codes.ts";
import { eachOnce, error, hasErrors, type Problem } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import type { Stage } from "../model/stage.ts";
import { missingGlyphs } from "../type/glyphs.ts";
import { openTypefaces } from "../type/typefaces.ts";
import { checkBaseChange } from "./base-change.ts";
import { clashingIds } from "./clashes.ts";
import { buildCover } from "./cover.ts";
import { buildDiscrepancies } from "./discrepancies.ts";
import { expand } from "./expand.ts";
import { checkTotals } from "./footing.ts";
import { helpersFor } from "./helpers.ts";
import { ledgerOf } from "./ledger.ts";
import { lineageOf } from "./lineage.ts";
import { markdownSections } from "./markdown.ts";
import { checkNamedPeriods } from "./named-periods.ts";
import { fileOrigin } from "./origin.ts";
import { readingTime } from "./reading-time.ts";
import { checkOrder } from "./word-order.ts";
import { passItems } from "./items.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

/** Does the text say just what the figures say? Prose, tables and charts become one Doc, and the ledger is drawn up. */
export const compose: Stage<Charted, Composed> = (brief, host) => composeWithout(new Set())(brief, host);

/** `compose` with the checks of some codes switched off, so that a test can show what each of them finds. */
export const composeWithout =
  (codes: ReadonlySet<ProblemCode>): Stage<Charted, Composed> =>
  async (brief, host) => {
    const left = (problems: readonly Problem[]): readonly Problem[] =>
      eachOnce(problems).filter(({ code }) => !codes.has(code));
    const workshop = openWorkshop(brief, helpersFor);
    const origin = fileOrigin(brief.template.prose.file, brief.template.prose.text);
    const cover = buildCover(workshop);
    const { expanded, problems } = expand(origin, helpersFor(workshop, origin), workshop.names);
    workshop.problems.push(...problems);
    if (!expanded) return { problems: eachOnce(workshop.problems) };
    if (expanded.text.trim() === "") {
      workshop.problems.push(
        error("template/empty", origin.place(0), "The brief has no text", { hint: "write its prose here" }),
      );
    }
    const discrepancies = buildDiscrepancies(workshop);
    const body = markdownSections(expanded, workshop);
    const text = { cover: cover(), body, notes: workshop.notes, discrepancies: discrepancies() };
    const doc: Doc = {
      schema: 1,
      brief: brief.id,
      language: brief.language.tag,
      ...text,
      readingTime: readingTime(body, brief.language),
      lineage: lineageOf(text, brief),
      // No edition knows of another yet.
      editions: [],
      sources: citedSources(workshop),
      abstract: abstractOf(body),
    };
    passItems(doc, workshop);
    const sofar = left([
      ...workshop.problems,
      ...checkNamedPeriods(doc, workshop),
      ...checkTotals(doc, workshop),
      ...checkOrder(doc, workshop),
      ...checkBaseChange(doc, workshop),
    ]);
    if (hasErrors(sofar)) return { problems: sofar };
    const found = [
      ...sofar,
      ...left([
        ...clashingIds(doc),
        ...missingGlyphs(doc, brief.theme, await openTypefaces(host), brief.settings.place),
      ]),
    ];
    return hasErrors(found)
      ? { problems: found }
      : { value: { ...brief, doc, ledger: ledgerOf(brief, doc), exempt: eachOnce(workshop.exempt) }, problems: found };
  };

function citedSources(workshop: Workshop): readonly Source[] {
  return [...workshop.cited].flatMap((id) => {
    const source = workshop.brief.sources.get(id);
    return source ? [source] : [];
  });
}

/** The summary's first paragraphs as plain text, for search engines and libraries. */
function abstractOf(body: readonly Section[]): string {
  const summary = body.find((section) => section.role === "summary") ?? body[0];
  const paragraphs = (summary?.blocks ?? []).flatMap((block: Block) =>
    block.kind === "paragraph" ? [plainText(block.inlines)] : [],
  );
  return paragraphs.join(" ").replaceAll("\u00A0", " ");
}
