import type { Dataset } from "../model/dataset.ts";
import type { Block, HeaderCell, Paragraph, Table, TableColumn, TableRow } from "../model/doc.ts";
import { plainText, type Inline } from "../model/inline.ts";
import type { BlockId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import { error, nearest } from "../model/problem.ts";
import type { ShownColumn, TableDesign } from "../model/template.ts";
import { bodyCell, shownIn, shownUnder, totalRow } from "./cells.ts";
import { unitWords } from "../model/unit-words.ts";
import { inlineTemplate } from "./inlines.ts";
import { legendText } from "./marks.ts";
import { sourceInlines } from "./note-style.ts";
import { falseColumn } from "./precision.ts";
import type { Workshop } from "./workshop.ts";

/** The grid of a table: what its columns are, its heads and its rows. */
export type Grid = Pick<Table, "columns" | "headers" | "rows">;

/** Prepares a table where the text calls for it; the block itself is made when all references are known. */
export function buildTable(
  design: TableDesign,
  at: { readonly id: BlockId; readonly number: number; readonly place: Place },
  workshop: Workshop,
): () => Block {
  const caption = inlineTemplate(design.caption, workshop);
  const grid = buildGrid(design, workshop);
  const notes = design.notes.map((note) => ({ note, inlines: inlineTemplate(note, workshop) }));
  const source = sourceLine(design, workshop);
  checkPrecision(design, workshop);
  return () => ({
    kind: "table",
    ...at,
    table: design.id,
    caption: caption(),
    ...grid(),
    notes: [
      ...notes.map(({ note, inlines }, index): Paragraph => ({
        kind: "paragraph",
        id: `${at.id}-note-${index + 1}` as BlockId,
        place: note.place,
        inlines: inlines(),
      })),
      ...legend(design, at.id, workshop),
    ],
    source: source(),
    csv: `tables/${design.id}.csv`,
  });
}

/** What the symbols and letters in a table's cells mean, as a last note. */
function legend(design: TableDesign, table: BlockId, workshop: Workshop): readonly Paragraph[] {
  const dataset = workshop.brief.datasets.get(design.rows);
  const shown = dataset ? shownIn(design, dataset, workshop) : [];
  const figures = shown.flatMap((each) => ("figure" in each ? [each.figure] : []));
  const gaps = shown.flatMap((each) => ("gap" in each ? [each.gap] : []));
  const text = legendText(figures, gaps, workshop);
  if (text === undefined) return [];
  const { place } = design;
  return [{ kind: "paragraph", id: `${table}-legend` as BlockId, place, inlines: [{ kind: "text", text, place }] }];
}

/** Holds the decimals of each column against what rounding supports; a range beside a column says what it leaves open. */
function checkPrecision(design: TableDesign, workshop: Workshop): void {
  const dataset = workshop.brief.datasets.get(design.rows);
  if (!dataset) return;
  const ranges = new Set(design.columns.flatMap(({ column, format }) => (format.range === true ? [column] : [])));
  for (const shown of design.columns) {
    if (ranges.has(shown.column)) continue;
    const figures = shownUnder(shown, dataset, workshop).flatMap((each) => ("figure" in each ? [each.figure] : []));
    workshop.problems.push(...falseColumn(figures, shown.format.decimals, shown.place));
  }
}

/** The source line under a table or chart: the author's words, else the sources of its dataset. */
export function sourceLine(
  design: Pick<TableDesign, "source" | "rows" | "place">,
  workshop: Workshop,
): () => readonly Inline[] {
  if (design.source) return inlineTemplate(design.source, workshop);
  const { brief, cited } = workshop;
  const sources = brief.datasets.get(design.rows)?.sources ?? [];
  for (const id of sources) cited.add(id);
  return () =>
    sources.flatMap((id, index) => {
      const source = brief.sources.get(id);
      if (!source) return [];
      const gap: readonly Inline[] = index === 0 ? [] : [{ kind: "text", text: " ", place: design.place }];
      return [...gap, ...sourceInlines(source, brief.language, design.place)];
    });
}

/** Prepares the heads and rows of a table. */
export function buildGrid(design: TableDesign, workshop: Workshop): () => Grid {
  const dataset = workshop.brief.datasets.get(design.rows);
  const headings = design.columns.map((column) => headingOf(column, workshop));
  const groups = new Map(
    design.columns.flatMap(({ group }) => (group ? [[group.text, inlineTemplate(group, workshop)] as const] : [])),
  );
  const label = design.total ? inlineTemplate(design.total.label, workshop) : undefined;
  if (!dataset) return () => ({ columns: [], headers: [], rows: [] });
  const columns = design.columns.map((shown) => readColumn(shown, dataset, workshop));
  return () => {
    const body = dataset.rows.map((row): TableRow => ({
      kind: "body",
      row: row.name,
      ...(row.period === undefined ? {} : { period: row.period }),
      cells: design.columns.map((shown) => bodyCell(shown, row, dataset, workshop)),
    }));
    const total = design.total && label ? [totalRow(design, label(), dataset, workshop)] : [];
    const units = design.columns.map((shown) => columnUnit(shown, dataset, workshop));
    return { columns, headers: headerRows(design, columns, { headings, units, groups }), rows: [...body, ...total] };
  };
}

function readColumn(shown: ShownColumn, dataset: Dataset, workshop: Workshop): TableColumn {
  const given = dataset.columns.find((column) => column.name === shown.column);
  const derived = dataset.definitions.some((definition) => definition.each && definition.name === shown.column);
  if (!given && !derived) {
    const known = [
      ...dataset.columns.map((column) => column.name),
      ...dataset.definitions.filter((each) => each.each).map((each) => each.name),
    ];
    const near = nearest(shown.column, known);
    workshop.problems.push(
      error("name/unknown", shown.place, `The dataset ${dataset.id} has no column ${shown.column}`, {
        hint: near ? `did you mean ${near}?` : `known: ${known.join(", ")}`,
      }),
    );
  }
  const align = derived || given?.kind === "number" ? "end" : "start";
  return { column: shown.column, align, head: shown.head };
}

/** The unit that the numbers of a column have in common, in words; those without one have none. */
function columnUnit(shown: ShownColumn, dataset: Dataset, workshop: Workshop): string {
  const units = shownUnder(shown, dataset, workshop).flatMap((each) =>
    "figure" in each ? [unitWords(each.figure.unit, workshop.brief.language)] : [],
  );
  return new Set(units).size === 1 ? (units[0] ?? "") : "";
}

/** Whether a head prints the unit, in words or as the sign that stands for them. */
const prints = (head: readonly Inline[], unit: string): boolean => {
  const words = plainText(head).replaceAll("\u00A0", " ").toLowerCase();
  return words.includes(unit.replaceAll("\u00A0", " ").toLowerCase()) || words.includes("%");
};

/** The head of a column; its bare name is printed as it stands, and is held against no rule. */
export const headingOf = ({ heading, named }: ShownColumn, workshop: Workshop): (() => readonly Inline[]) =>
  named === true
    ? () => [{ kind: "text", text: heading.text, place: heading.place }]
    : inlineTemplate(heading, workshop);

/** What stands in the heads of a table's columns, and above them. */
interface Heads {
  readonly headings: readonly (() => readonly Inline[])[];
  readonly units: readonly string[];
  readonly groups: ReadonlyMap<string, () => readonly Inline[]>;
}

function headerRows(
  design: TableDesign,
  columns: readonly TableColumn[],
  { headings, units, groups }: Heads,
): readonly (readonly HeaderCell[])[] {
  const unitOf = (inlines: readonly Inline[], unit = ""): Pick<HeaderCell, "unit"> =>
    unit === "" || prints(inlines, unit) ? {} : { unit };
  const own = columns.map((column, index): HeaderCell => {
    const inlines = headings[index]?.() ?? [];
    const { align } = column;
    return { inlines, ...unitOf(inlines, units[index]), scope: "column", columnSpan: 1, rowSpan: 1, align };
  });
  if (groups.size === 0) return [own];
  const upper: HeaderCell[] = [];
  const lower: HeaderCell[] = [];
  for (const [index, shown] of design.columns.entries()) {
    const cell = own[index] as HeaderCell;
    if (!shown.group) {
      upper.push({ ...cell, rowSpan: 2 });
      continue;
    }
    lower.push(cell);
    const before = upper.at(-1);
    if (before?.scope === "columnGroup" && design.columns[index - 1]?.group?.text === shown.group.text) {
      upper[upper.length - 1] = { ...before, columnSpan: before.columnSpan + 1 };
    } else {
      upper.push({
        inlines: groups.get(shown.group.text)?.() ?? [],
        scope: "columnGroup",
        columnSpan: 1,
        rowSpan: 1,
        align: "centre",
      });
    }
  }
  return [upper, lower];
}
