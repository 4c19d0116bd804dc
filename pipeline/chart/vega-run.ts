import type { LoggerInterface } from "vega";
import type { Face } from "../type/faces.ts";
import type { Typefaces } from "../type/typefaces.ts";
import type { FamilyName } from "../model/theme.ts";
import { property, type JsonObject } from "./json.ts";
import { programOf } from "./vega-program.ts";

/** What a run of Vega gives: the compiled spec, the scene that was painted, the SVG, and every warning. */
export interface VegaRun {
  readonly compiled: unknown;
  readonly scene: unknown;
  /** The scales of the whole drawing, by name; panels have none of their own. */
  readonly scales: ReadonlyMap<string, PlotScale>;
  readonly width: number;
  readonly height: number;
  readonly svg: string;
  readonly warnings: readonly string[];
}

/** Where a scale has its values, from the start of a plot. */
export interface PlotScale {
  readonly type: string;
  readonly place: (value: unknown) => number;
}

/** What Vega says of a spec that it cannot draw. */
export class CannotDraw extends Error {
  override readonly name = "CannotDraw";
}

/**
 * Compiles and draws a Vega-Lite spec that carries its rows. The width of one plot is that of the whole drawing; plots of
 * several panels have each its own. Throws CannotDraw with Vega's words.
 */
export async function runVega(
  spec: JsonObject,
  config: JsonObject,
  family: FamilyName,
  typefaces: Typefaces,
): Promise<VegaRun> {
  const [vega, vegaLite, { expressionInterpreter }] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-interpreter"),
  ]);
  // Vega's types leave textMetrics out, though it is how a host measures text; without it widths are guessed.
  const { textMetrics } = vega as unknown as { textMetrics: { width: (item: unknown, text: unknown) => number } };
  textMetrics.width = (item, text) => textWidth(typefaces, family, item, text);
  const warnings: string[] = [];
  const logger = collector(warnings);
  try {
    const { compiled, runtime, warnings: told } = programOf(spec, config, { vega, vegaLite }, collector);
    warnings.push(...told);
    const rows = property(spec["data"], "values");
    const view = new vega.View(runtime(Array.isArray(rows) ? rows : []), {
      renderer: "none",
      logger,
      loader: refusingLoader,
      expr: expressionInterpreter,
    });
    await view.runAsync();
    const svg = await view.toSVG();
    const scene = property(view.scenegraph(), "root");
    const scales = scalesOf(compiled.scales ?? [], (name) => view.scale(name) as (value: unknown) => unknown);
    view.finalize();
    return { compiled, scene, scales, ...sizeOf(svg), svg, warnings };
  } catch (caught) {
    throw new CannotDraw(caught instanceof Error ? caught.message : String(caught), { cause: caught });
  }
}

function scalesOf(
  scales: readonly { readonly name: string; readonly type?: string }[],
  scaleOf: (name: string) => (value: unknown) => unknown,
): VegaRun["scales"] {
  return new Map(
    scales.map(({ name, type = "linear" }) => {
      const scale = scaleOf(name);
      return [name, { type, place: (value) => Number(scale(value)) }];
    }),
  );
}

/** The face that a text of the drawing is set in: the chart's family, plain or semibold, upright or italic. */
export function faceOf(family: FamilyName, item: unknown): Face {
  const weight = property(item, "fontWeight");
  const bold = weight === "bold" || Number(weight) >= 600;
  return { family, weight: bold ? 600 : 400, italic: property(item, "fontStyle") === "italic" };
}

// Vega gives the uncut text and expects the width that it may take: no more than the item's limit.
function textWidth(typefaces: Typefaces, family: FamilyName, item: unknown, text: unknown): number {
  const written = typeof text === "string" ? text.trim() : typeof text === "number" ? String(text) : "";
  const size = Number(property(item, "fontSize") ?? 11);
  if (written === "" || !(size > 0)) return 0;
  const width = typefaces.width(faceOf(family, item), written, size);
  const limit = Number(property(item, "limit") ?? 0);
  return limit > 0 ? Math.min(width, limit) : width;
}

const refuse = (): Promise<never> => Promise.reject(new Error("a chart loads nothing"));
const refusingLoader = { options: {}, load: refuse, sanitize: refuse, http: refuse, file: refuse };

function collector(warnings: string[]): LoggerInterface {
  const collect = (...words: readonly unknown[]): LoggerInterface => {
    warnings.push(words.map(String).join(" "));
    return typed;
  };
  const silent = (): LoggerInterface => typed;
  const logger = { level: (): number => 1, error: collect, warn: collect, info: silent, debug: silent };
  // Both libraries ask for a level setter that answers with the logger; only the getter is ever used.
  const typed = logger as unknown as LoggerInterface;
  return typed;
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}
