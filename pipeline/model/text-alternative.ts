import type { Chart } from "./doc.ts";
import { plainText } from "./inline.ts";

/** A chart in words, for whoever cannot see it: the author's finding, then what the figures say. */
export const textAlternative = ({ alt, description }: Chart): string =>
  [alt, description]
    .map(plainText)
    .filter((text) => text !== "")
    .map((text) => (/[.!?…]$/u.test(text) ? text : `${text}.`))
    .join(" ");

/** Whether the rows of a chart stand in a table of the brief, to which it leads. */
export const isInTable = ({ whereData }: Chart): boolean => whereData.some(({ kind }) => kind === "crossReference");
