import axe from "axe-core";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { looked } from "./browser.ts";

interface State {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly media?: "print";
}

const LIGHT_AND_DARK = ["light", "dark"] as const;

/** The nine states in which a page is held against axe: widths, colours, print, forced colours, more contrast. */
export const STATES: readonly State[] = [
  ...[320, 768, 1366].flatMap((width) =>
    LIGHT_AND_DARK.map((colorScheme) => ({
      name: `${width} px, ${colorScheme}`,
      options: { viewport: { width, height: 900 }, colorScheme },
    })),
  ),
  { name: "print", options: { viewport: { width: 1366, height: 900 } }, media: "print" },
  { name: "forced colours", options: { viewport: { width: 1366, height: 900 }, forcedColors: "active" } },
  {
    name: "more contrast",
    options: { viewport: { width: 1366, height: 900 }, colorScheme: "dark", contrast: "more" },
  },
];

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "EN-301-549"];

/** What axe finds in one state, WCAG's highest contrast included, as `axe/RULE: element`. */
async function axeIn(browser: Browser, file: string, state: State): Promise<readonly string[]> {
  const run = `axe.run(document, {
      runOnly: { type: "tag", values: ${JSON.stringify(TAGS)} },
      rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: ${state.media !== "print"} } },
      resultTypes: ["violations"],
    }).then(({ violations }) => violations.map(({ id, nodes }) => "axe/" + id + ": " + nodes[0].html.slice(0, 160)))`;
  return looked(browser, file, { ...state.options, bypassCSP: true }, async (page) => {
    if (state.media) await page.emulateMedia({ media: state.media });
    await page.evaluate(axe.source);
    return page.evaluate<string[]>(run);
  });
}

/** What axe finds in any of the states, each fault once with the states that have it. */
export async function axeGate(
  browser: Browser,
  file: string,
  states: readonly State[] = STATES,
): Promise<readonly string[]> {
  const found = new Map<string, string[]>();
  for (const state of states)
    for (const fault of await axeIn(browser, file, state)) found.set(fault, [...(found.get(fault) ?? []), state.name]);
  return [...found].map(([fault, where]) => `${fault} (${where.join("; ")})`);
}
