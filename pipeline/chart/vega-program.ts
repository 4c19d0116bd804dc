import type * as vega from "vega";
import type * as vegaLite from "vega-lite";
import { remembering } from "../model/remembered.ts";
import { isObject, property, type JsonObject } from "./json.ts";
import { isPanelled } from "./views.ts";

type Vega = typeof vega;
type VegaLite = typeof vegaLite;
type Compiled = ReturnType<VegaLite["compile"]>["spec"];
type Runtime = ReturnType<Vega["parse"]>;

/** A chart as Vega runs it, whatever its rows. */
export interface Program {
  readonly compiled: Compiled;
  /** What Vega runs, with these rows. */
  readonly runtime: (rows: readonly unknown[]) => Runtime;
  /** What the compiler said. */
  readonly warnings: readonly string[];
}

/** So many programs are remembered: the layouts of some dozens of charts, of some 100 KB each. */
const MOST = 120;

const programs = remembering<Program>(MOST);

/** Compiles a Vega-Lite spec, but for its rows, which no spec depends on; once for all charts that differ in nothing else. */
export function programOf(
  { data, ...spec }: JsonObject,
  config: JsonObject,
  libraries: { readonly vega: Vega; readonly vegaLite: VegaLite },
  logging: (warnings: string[]) => NonNullable<Parameters<VegaLite["compile"]>[1]>["logger"],
): Program {
  const name = property(data, "name");
  return programs(JSON.stringify([name, spec, config]), () => {
    const warnings: string[] = [];
    const logger = logging(warnings);
    // The spec has been held against the grammar; vega-lite's own types describe the same, in unions too deep to infer.
    const whole = { ...spec, data: { name, values: [] } } as unknown as Parameters<VegaLite["compile"]>[0];
    const { spec: made } = libraries.vegaLite.compile(whole, { config, ...(logger && { logger }) });
    // Set here, since vega-lite warns of any fit beside a height by steps, of one across alone as well.
    const type = isPanelled(spec) ? "pad" : "fit-x";
    const compiled: Compiled = { ...made, autosize: { type, contains: "padding" } };
    const runtime = libraries.vega.parse(compiled, {}, { ast: true });
    const empty = (compiled.data ?? []).map((each) => property(each, "values")).find(Array.isArray);
    return { compiled, warnings, runtime: (rows) => withRows(runtime, empty, rows) };
  });
}

/** A runtime with rows in the place of its empty list of them. */
function withRows(runtime: Runtime, empty: unknown, rows: readonly unknown[]): Runtime {
  const { operators } = runtime as unknown as { readonly operators: readonly JsonObject[] };
  const at = operators.findIndex(({ value }) => property(value, "$ingest") === empty);
  const own = operators[at]?.["value"];
  if (empty === undefined || !isObject(own)) throw new Error("The compiled chart has lost its rows");
  return {
    ...(runtime as object),
    operators: operators.with(at, { ...operators[at], value: { ...own, $ingest: rows } }),
  } as unknown as Runtime;
}
