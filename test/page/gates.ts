import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { axeGate } from "./axe-gate.ts";
import { keyboardGate } from "./keyboard-gate.ts";
import { fitGate, openingGate, scriptOffGate, shiftGate, weightGate } from "./layout-gates.ts";
import { markupGate, validGate } from "./markup-gates.ts";
import { printGate } from "./print-gate.ts";

/** Every gate that a page passes: what is wrong with it, as `area/rule: where and what`; nothing where all is well. */
export async function gatesOf(browser: Browser, file: string): Promise<readonly string[]> {
  const html = readFileSync(file, "utf8");
  return [
    ...weightGate(file),
    ...markupGate(html),
    ...(await validGate(html)),
    ...(await openingGate(browser, file)),
    ...(await shiftGate(browser, file)),
    ...(await fitGate(browser, file)),
    ...(await scriptOffGate(browser, file)),
    ...(await keyboardGate(browser, file)),
    ...(await printGate(browser, file)),
    ...(await axeGate(browser, file)),
  ];
}
