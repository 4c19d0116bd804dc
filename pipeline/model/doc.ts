import type { Apparatus } from "./apparatus.ts";
import type { Cover } from "./cover.ts";
import type { Direction } from "./direction.ts";
import type { BlockId, BriefId, ChartId, SourceId, TableId } from "./id.ts";
import type { Place } from "./place.ts";
import type { Source } from "./source.ts";
import type { Picture } from "./drawing.ts";
import type { FigureInline, Inline, TextInline } from "./inline.ts";

/**
 * A brief as one tree, serialisable as JSON. HTML and PDF only draw it. Every node carries the place where the
 * author wrote it; every block an id that ledger, diff and HTML share.
 */
export interface Doc extends Apparatus {
  readonly schema: 1;
  readonly brief: BriefId;
  readonly language: string;
  readonly cover: Cover;
  readonly body: readonly Section[];
  readonly notes: readonly Note[];
  readonly discrepancies: readonly DiscrepancyEntry[];
  /** The sources that notes and datasets cite, in the order of first use. */
  readonly sources: readonly Source[];
  /** The summary as plain text, for metadata. */
  readonly abstract: string;
}

interface Node {
  readonly place: Place;
}
interface BlockNode extends Node {
  readonly id: BlockId;
}

/** What a section is to the reader; `text` for all that has no furniture of its own. */
export type SectionRole = "summary" | "introduction" | "text" | "about" | "disclaimer";

/** A heading and what stands under it. Sections nest; level 1 is a section of the brief. */
export interface Section extends BlockNode {
  readonly kind: "section";
  readonly level: 1 | 2 | 3;
  readonly role: SectionRole;
  /** Empty for the introduction, which has no heading. */
  readonly heading: readonly Inline[];
  readonly blocks: readonly Block[];
}

export interface Paragraph extends BlockNode {
  readonly kind: "paragraph";
  readonly inlines: readonly Inline[];
}

export interface List extends BlockNode {
  readonly kind: "list";
  readonly ordered: boolean;
  /** The number of the first item, where it is not 1. */
  readonly start?: number;
  readonly items: readonly (readonly Block[])[];
}

export interface Quote extends BlockNode {
  readonly kind: "quote";
  readonly blocks: readonly Block[];
}

/** A passage in another language. */
export interface LanguagePassage extends BlockNode {
  readonly kind: "language";
  readonly language: string;
  readonly direction: Direction;
  readonly blocks: readonly Block[];
}

/** A passage set apart, with a heading of its own. */
export interface Callout extends BlockNode {
  readonly kind: "callout";
  readonly heading: readonly Inline[];
  readonly blocks: readonly Block[];
}

export interface DefinitionList extends BlockNode {
  readonly kind: "definitions";
  readonly entries: readonly { readonly term: readonly Inline[]; readonly description: readonly Inline[] }[];
}

/** The few numbers that a reader should take away. */
export interface KeyFigures extends BlockNode {
  readonly kind: "keyFigures";
  readonly entries: readonly { readonly number: readonly Inline[]; readonly label: readonly Inline[] }[];
}

/** A table as shown. Cells of `headers` span columns; every body row has one cell a column. */
export interface Table extends BlockNode {
  readonly kind: "table";
  readonly table: TableId;
  /** Printed as "Table 1". */
  readonly number: number;
  readonly caption: readonly Inline[];
  readonly columns: readonly TableColumn[];
  /** Head rows: column groups first where there are any, then the columns' own heads. */
  readonly headers: readonly (readonly HeaderCell[])[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly Paragraph[];
  readonly source: readonly Inline[];
  /** Path under the brief's output folder: `tables/ID.csv`. */
  readonly csv: string;
}

export interface TableColumn {
  readonly column: string;
  readonly align: "start" | "end";
  /** Whether its cells head their rows. */
  readonly head: boolean;
}

export interface HeaderCell {
  readonly inlines: readonly Inline[];
  /** The unit of the numbers below, where the head does not print it: a screen reader says it with the head. */
  readonly unit?: string;
  readonly scope: "column" | "columnGroup";
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align: "start" | "end" | "centre";
}

export interface TableRow {
  readonly kind: "body" | "total";
  /** Its name in the dataset; a total has none. */
  readonly row?: string;
  /** The period that it is of, where a series has several. */
  readonly period?: string;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly inlines: readonly Inline[];
  readonly head: boolean;
  readonly align: "start" | "end";
}

/** A chart's words and text alternative; the drawing itself is found by its id. */
export interface Chart extends BlockNode {
  readonly kind: "chart";
  readonly chart: ChartId;
  /** Printed as "Figure 1". */
  readonly number: number;
  readonly title: readonly Inline[];
  readonly subtitle: readonly Inline[];
  readonly source: readonly Inline[];
  /** What is seen, in a sentence or two of the author's. */
  readonly alt: readonly Inline[];
  /** What the figures say of themselves: kind, measures with their ends, what moves most. */
  readonly description: readonly Inline[];
  /** Every number that the drawing prints. */
  readonly labels: readonly FigureInline[];
  /** The rows that are drawn, and where a printed brief has them. */
  readonly data: Pick<Table, "columns" | "headers" | "rows">;
  readonly whereData: readonly Inline[];
  readonly svg: string;
  readonly csv: string;
}

/** A drawing of a chart as it stands in a file of an edition, with how page and PDF name it. */
export interface FrozenDrawing {
  /** Where it is and in which file, in words. */
  readonly words: readonly Inline[];
  /** At its full width; its colours are CSS variables, where the theme has them. */
  readonly picture: Picture;
  readonly title: string;
  readonly alternative: string;
  /** Every text that it prints, in the order of drawing. */
  readonly labels: readonly TextInline[];
}

/** A chart that this edition draws otherwise than the one before it, or no longer: its drawings before and now. */
export interface RedrawnChart extends BlockNode {
  readonly kind: "redrawn";
  /** What the list of changes calls the chart. */
  readonly term: readonly Inline[];
  /** What heads the drawing of before: "The drawing of 20 June 2023". */
  readonly name: string;
  /** Under this id the page has the drawing of before. */
  readonly target: BlockId;
  readonly before: FrozenDrawing;
  /** Nothing of a chart that is withdrawn. Else the page has the drawing of before beside that of now, in the chart's own figure. */
  readonly now?: FrozenDrawing & { readonly chart: BlockId };
}

export type Block =
  | Section
  | Paragraph
  | List
  | Quote
  | LanguagePassage
  | Callout
  | DefinitionList
  | KeyFigures
  | Table
  | Chart
  | RedrawnChart;

/** A numbered note. */
export interface Note extends Node {
  readonly number: number;
  /** `note-3`; its reference is `ref-3`. */
  readonly id: BlockId;
  readonly referenceId: BlockId;
  readonly sources: readonly SourceId[];
  readonly inlines: readonly Inline[];
}

/** A discrepancy of a source as the reader sees it, lettered a, b, c, … */
export interface DiscrepancyEntry extends Node {
  readonly letter: string;
  /** `discrepancy-a`; its first reference is `discrepancy-ref-a`. */
  readonly id: BlockId;
  readonly name: string;
  readonly found: string;
  readonly foundText: string;
  readonly says: readonly Inline[];
  readonly resolution: readonly Inline[];
}
