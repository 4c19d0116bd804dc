import type { BriefId, ChartId, DatasetId, EditionId, FigureId, SourceId, TableId, TemplateId } from "../model/id.ts";

// Ids are made here and nowhere else: a cast is the only way to brand a text.

export const briefId = (text: string): BriefId => text as BriefId;
export const datasetId = (text: string): DatasetId => text as DatasetId;
export const figureId = (text: string): FigureId => text as FigureId;
export const sourceId = (text: string): SourceId => text as SourceId;
export const tableId = (text: string): TableId => text as TableId;
export const chartId = (text: string): ChartId => text as ChartId;
export const templateId = (text: string): TemplateId => text as TemplateId;
export const editionId = (text: string): EditionId => text as EditionId;
