import type { Doc, Table } from "../model/doc.ts";
import { allBlocks } from "../model/doc-walk.ts";
import type { Figure } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { plainText, type Inline, type TextInline } from "../model/inline.ts";
import { mayMeet } from "../model/period.ts";
import { placeText, type Place } from "../model/place.ts";
import { error, warning, type Problem } from "../model/problem.ts";
import { headGrid } from "../model/table-heads.ts";
import type { TableDesign } from "../model/template.ts";
import { shownUnder, totalOf } from "./cells.ts";
import { periodsIn } from "./dates.ts";
import { withoutPhrases } from "./exemptions.ts";
import type { Workshop } from "./workshop.ts";

/** Holds the period that a heading or a label names against those of its numbers, and that of a total against its rows. */
export function checkNamedPeriods(doc: Doc, workshop: Workshop): readonly Problem[] {
  return allBlocks(doc).flatMap((block) => {
    if (block.kind === "keyFigures")
      return block.entries.flatMap(({ number, label }) =>
        namedOtherwise("label", label, figuresIn(number, workshop), workshop),
      );
    const design = block.kind === "table" ? workshop.brief.template.tables.get(block.table) : undefined;
    return design && block.kind === "table" ? ofTable(design, block, workshop) : [];
  });
}

function ofTable(design: TableDesign, { headers, columns }: Table, workshop: Workshop): readonly Problem[] {
  const dataset = workshop.brief.datasets.get(design.rows);
  if (!dataset || columns.length === 0) return [];
  const heads = headGrid(headers);
  return design.columns.flatMap((shown, index): readonly Problem[] => {
    const figures = shownUnder(shown, dataset, workshop).flatMap((each) => ("figure" in each ? [each.figure] : []));
    const written = design.total?.figures.get(shown.column);
    const total = written && totalOf(written.text, dataset, workshop);
    const own = heads.at(-1)?.[index]?.inlines ?? [];
    const group = heads[0]?.[index]?.inlines ?? [];
    const head = namesOne(own, workshop) || own === group ? own : group;
    return [
      ...namedOtherwise("heading", head, figures, workshop),
      ...(written && total && "figure" in total ? totalOtherwise(total.figure, figures, written.place) : []),
    ];
  });
}

const figuresIn = (inlines: readonly Inline[], { brief }: Workshop): readonly Figure[] =>
  inlines.flatMap((inline) => (inline.kind === "figure" ? (brief.figures.get(inline.figure) ?? []) : []));

const namesOne = (inlines: readonly Inline[], workshop: Workshop): boolean => namedIn(inlines, workshop).length > 0;

interface Named {
  readonly text: string;
  readonly period: string;
  readonly place: Place;
}

/** The periods that the typed words of a heading name. */
function namedIn(inlines: readonly Inline[], workshop: Workshop): readonly Named[] {
  const { language } = workshop.brief;
  return typedIn(inlines).flatMap(({ text, place }) =>
    periodsIn(withoutPhrases(text, workshop.exemptions), language).map((each) => ({ ...each, place })),
  );
}

const typedIn = (inlines: readonly Inline[]): readonly TextInline[] =>
  inlines.flatMap((inline) =>
    inline.kind === "text" ? [inline] : "children" in inline ? typedIn(inline.children) : [],
  );

/** A heading that names one period, and stands at numbers that are all of others. */
function namedOtherwise(
  what: "heading" | "label",
  inlines: readonly Inline[],
  figures: readonly Figure[],
  workshop: Workshop,
): readonly Problem[] {
  const named = namedIn(inlines, workshop);
  const [only] = named;
  const periods = periodsOf(figures);
  const [first] = figures;
  if (!only || !first || !periods || named.some(({ period }) => period !== only.period)) return [];
  if (periods.some((period) => mayMeet(period, only.period))) return [];
  // Beside words, the year may tell something else: 2024, in prices of 2015.
  const isAlone = !/[^\s()[\],;:]/u.test(
    typedIn(inlines)
      .map(({ text }) => text.replaceAll(only.text, ""))
      .join(" "),
  );
  const words = plainText(inlines).trim();
  const [over, are] = what === "label" ? ["at a number", "number is"] : ["over numbers", "numbers are"];
  const message = isAlone
    ? `The ${what} "${words}" stands ${over} of ${periods.join(", ")}`
    : `The ${what} "${words}" names ${only.text}, and its ${are} of ${periods.join(", ")}`;
  return [
    (isAlone ? error : warning)("period/differs", only.place, message, {
      arithmetic: `${first.id} is of ${first.period ?? ""}, at ${placeText(first.place)}; "${only.text}" stands at ${placeText(only.place)}`,
      hint: isAlone
        ? `show the numbers of ${only.text}, or name their period`
        : `show the numbers of ${only.text}, or name their period; if the words tell of another time on purpose, as of its prices, accept this warning in brief.yaml with a reason`,
      about: aboutOf(figures),
    }),
  ];
}

/** The periods of numbers, where each has one; undefined else. */
function periodsOf(figures: readonly Figure[]): readonly string[] | undefined {
  const periods = figures.flatMap(({ period }) => period ?? []);
  return periods.length === figures.length ? [...new Set(periods)] : undefined;
}

function totalOtherwise(total: Figure, figures: readonly Figure[], place: Place): readonly Problem[] {
  const { period } = total;
  const [first] = figures;
  const periods = periodsOf(figures);
  if (period === undefined || !first || !periods || periods.some((each) => mayMeet(each, period))) return [];
  return [
    error(
      "period/differs",
      place,
      `The total ${total.id} is of ${period}, and the numbers above it are of ${periods.join(", ")}`,
      {
        arithmetic: `${first.id} is of ${first.period ?? ""}, at ${placeText(first.place)}; ${total.id} is of ${period}, at ${placeText(total.place)}`,
        hint: `name the total of ${periods.join(", ")}`,
        about: [total.id, ...aboutOf(figures)],
      },
    ),
  ];
}

/** The column that the numbers stand in, else the numbers. */
const aboutOf = (figures: readonly Figure[]): readonly string[] => [...new Set(figures.map(({ id }) => columnOf(id)))];

function columnOf(id: FigureId): string {
  const [dataset, , column] = id.split(".");
  return column === undefined ? id : `${dataset}.${column}`;
}
