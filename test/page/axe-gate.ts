import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { looked } from "./browser.ts";

interface State {
  readonly name: string;
  readonly width: number;
  readonly media: NonNullable<Parameters<Page["emulateMedia"]>[0]>;
}

const LIGHT_AND_DARK = ["light", "dark"] as const;

/** The nine states in which a page is held against axe: widths, colours, print, forced colours, more contrast. */
export const STATES: readonly State[] = [
  ...[320, 768, 1366].flatMap((width) =>
    LIGHT_AND_DARK.map((colorScheme) => ({ name: `${width} px, ${colorScheme}`, width, media: { colorScheme } })),
  ),
  { name: "print", width: 1366, media: { media: "print" } },
  { name: "forced colours", width: 1366, media: { forcedColors: "active" } },
  { name: "more contrast", width: 1366, media: { colorScheme: "dark", contrast: "more" } },
];

/** What a state does not say of itself is as in the light, whatever the state before it was. */
const PLAIN: State["media"] = {
  media: "screen",
  colorScheme: "light",
  forcedColors: "none",
  contrast: "no-preference",
  reducedMotion: "reduce",
};

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "EN-301-549"];

/** What axe finds in one state, WCAG's highest contrast included, as `axe/RULE: element`. */
async function axeIn(page: Page, { width, media }: State): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ ...PLAIN, ...media });
  return page.evaluate<string[]>(`axe.run(document, {
      runOnly: { type: "tag", values: ${JSON.stringify(TAGS)} },
      rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: ${media.media !== "print"} } },
      resultTypes: ["violations"],
    }).then(({ violations }) => violations.map(({ id, nodes }) => "axe/" + id + ": " + nodes[0].html.slice(0, 160)))`);
}

/** What axe finds in any of the states, each fault once with the states that have it. The page is opened once. */
export async function axeGate(
  browser: Browser,
  file: string,
  states: readonly State[] = STATES,
): Promise<readonly string[]> {
  const found = new Map<string, string[]>();
  await looked(browser, file, { bypassCSP: true }, async (page) => {
    await page.evaluate(axe.source);
    for (const state of states)
      for (const fault of await axeIn(page, state)) found.set(fault, [...(found.get(fault) ?? []), state.name]);
  });
  return [...found].map(([fault, where]) => `${fault} (${where.join("; ")})`);
}
