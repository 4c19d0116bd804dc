import type { FigureId } from "../../model/id.ts";

/**
 * The id of the line that tells how a figure was made: `made_anso-research-shift`. Names of figures hold no hyphen, and
 * ids of blocks no underscore, so that it is like no other.
 */
export const madeId = (figure: FigureId): string => `made_${figure.replaceAll(".", "-")}`;
