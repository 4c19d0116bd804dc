declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The folder name of a brief under data/. */
export type BriefId = Branded<"brief">;
/** A dataset: the stem of its file. */
export type DatasetId = Branded<"dataset">;
/** `dataset.row.column` for a cell or a derived column, `dataset.name` for a single figure. */
export type FigureId = Branded<"figure">;
export type SourceId = Branded<"source">;
export type TableId = Branded<"table">;
export type ChartId = Branded<"chart">;
export type TemplateId = Branded<"template">;
/** A spot in the Doc: section slug and ordinal, or the id that the author gave. */
export type BlockId = Branded<"block">;
/** An edition's date, `2023-06-13`, then `2023-06-13-2`. */
export type EditionId = Branded<"edition">;

/** Names of briefs, templates, sources, charts and tables. */
export const NAME = /^[a-z][a-z0-9-]*$/;
/** Names inside a figure id: datasets, rows, columns and single figures. */
export const FIGURE_NAME = /^[a-z][a-z0-9_]*$/;

/** Code unit order: the one order that no locale changes. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
