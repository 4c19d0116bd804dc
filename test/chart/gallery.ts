import type { ChartDesign } from "../../pipeline/model/template.ts";
import { PANELLED } from "./gallery-panels.ts";
import { PLAIN } from "./gallery-plain.ts";

/** Charts of every kind that Footing draws, over the sample's rows and invented harvests. */
export const GALLERY: readonly ChartDesign[] = [...PLAIN, ...PANELLED];
