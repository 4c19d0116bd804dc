import {
  FIGURE_NAME,
  NAME,
  type BriefId,
  type ChartId,
  type DatasetId,
  type EditionId,
  type FigureId,
  type SourceId,
  type TableId,
  type TemplateId,
} from "../model/id.ts";

/** Ids are made here and nowhere else. A text that cannot be one should have been a problem before: it throws. */
function maker<Id extends string>(isId: (text: string) => text is Id): (text: string) => Id {
  return (text) => {
    if (!isId(text)) throw new TypeError(`no id can be made of ${JSON.stringify(text)}`);
    return text;
  };
}

/** A dataset and a single figure, or a dataset, a row and a column. */
const FIGURE = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*){1,2}$/;
const EDITION = /^\d{4}-\d{2}-\d{2}(?:-\d+)?$/;

export const briefId = maker((text): text is BriefId => NAME.test(text));
export const datasetId = maker((text): text is DatasetId => FIGURE_NAME.test(text));
export const figureId = maker((text): text is FigureId => FIGURE.test(text));
export const sourceId = maker((text): text is SourceId => NAME.test(text));
export const tableId = maker((text): text is TableId => NAME.test(text));
export const chartId = maker((text): text is ChartId => NAME.test(text));
export const templateId = maker((text): text is TemplateId => NAME.test(text));
export const editionId = maker((text): text is EditionId => EDITION.test(text));
