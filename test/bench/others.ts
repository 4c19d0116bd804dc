import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeBrief } from "../../pipeline/build.ts";
import { houseConfig } from "../../pipeline/chart/house-config.ts";
import { chartRows } from "../../pipeline/chart/rows.ts";
import { openHost } from "../../pipeline/host/host.ts";
import type { Composed } from "../../pipeline/model/brief.ts";
import { printedWidth, type Theme } from "../../pipeline/model/theme.ts";
import type { PdfInput } from "../../pipeline/render/pdf/setting.ts";
import { openTypefaces } from "../../pipeline/type/typefaces.ts";
import { stockDefinition, stockFonts } from "./stock.ts";
import { typstText } from "./typst-text.ts";

/** What the other two are given, made beforehand: the same words and tables, and charts as Vega-Lite with their rows. */
export async function writeOthers(root: string, brief: string, folder: string): Promise<void> {
  const host = openHost({ data: join(root, "data"), templates: join(root, "templates"), out: join(root, "out") });
  const { value } = await composeBrief(brief, host, { strict: false });
  if (value === undefined) throw new Error("The sample does not build");
  const { doc, drawings, theme, language } = value;
  const input: PdfInput = { doc, drawings, theme, language, data: new Map(), typefaces: await openTypefaces(host) };
  const fonts = join(folder, "fonts");
  mkdirSync(fonts, { recursive: true });
  const put = (name: string, content: unknown): void => writeFileSync(join(folder, name), JSON.stringify(content));
  put("charts.json", chartsOf(value));
  put("ready.json", Object.fromEntries([...drawings].map(([id, { print }]) => [id, print.svg])));
  put("stock.json", { definition: stockDefinition(input), fonts: stockFonts(input, fonts) });
  writeFileSync(join(folder, "brief.typ"), typstText(doc, theme));
}

function chartsOf(brief: Composed): readonly object[] {
  const { theme, language } = brief;
  return [...brief.template.charts.values()].flatMap(({ id, rows: name, spec, words }) => {
    const dataset = brief.datasets.get(name);
    if (dataset === undefined) return [];
    const sized = {
      ...(spec.json as object),
      width: Math.floor((printedWidth(theme) * theme.type.chartPage) / theme.type.chartPrint),
      config: houseConfig(theme, language),
      data: { name: "rows", values: [] },
      usermeta: undefined,
    };
    return [{ id, spec: inColour(sized, theme), rows: chartRows(brief, dataset, words).rows.data }];
  });
}

/** A spec whose colours are those of the theme, no longer their names. */
const inColour = (spec: object, { colour }: Theme): unknown =>
  JSON.parse(
    JSON.stringify(spec).replaceAll(
      /"theme:(\w+)"/g,
      (_, name: string) => `"${colour.light[name as keyof typeof colour.light]}"`,
    ),
  );
