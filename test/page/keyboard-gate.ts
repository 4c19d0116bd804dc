import type { Browser } from "playwright-core";
import { looked } from "./browser.ts";

interface Stop {
  readonly what: string;
  readonly text: string;
  readonly outlined: boolean;
  readonly inWindow: boolean;
}

const STOP = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  (window.reached ??= new Set()).add(at);
  return {
    what: at.outerHTML.slice(0, 100),
    text: at.textContent.trim(),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5 && Number(style.opacity) >= 0.1,
    inWindow: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
})()`;
/** What can be seen and used, and was not reached: the box of a scroller may be a stop besides. */
const PASSED_BY = `[...document.querySelectorAll("a[href],button,input,select,textarea,summary,[tabindex='0']")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !window.reached?.has(each))
  .map((each) => each.outerHTML.slice(0, 100))`;
/** A page with more stops than these goes round in a circle. */
const MOST = 2000;

/** The keyboard reaches every stop, each is seen, and the first leads to the text. */
export const keyboardGate = (browser: Browser, file: string): Promise<readonly string[]> =>
  looked(browser, file, { viewport: { width: 1366, height: 900 } }, async (page) => {
    const stops: Stop[] = [];
    while (stops.length < MOST) {
      await page.keyboard.down("Tab");
      const stop = await page.evaluate<Stop | null>(STOP);
      if (stop === null) break;
      stops.push(stop);
    }
    const passed = await page.evaluate<readonly string[]>(PASSED_BY);
    return [
      ...passed.map((each) => `keyboard/reach: ${each}`),
      ...(stops[0]?.what.includes('class="skip"') ? [] : [`keyboard/skip-link: first is ${stops[0]?.what}`]),
      ...stops.flatMap(({ what, outlined, inWindow }) => [
        ...(outlined ? [] : [`keyboard/outline: ${what}`]),
        ...(inWindow ? [] : [`keyboard/out-of-sight: ${what}`]),
      ]),
    ];
  });
