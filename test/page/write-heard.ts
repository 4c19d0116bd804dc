import { writeFileSync } from "node:fs";
import { openBrowser } from "./browser.ts";
import { builtPage, closeFolder, openFolder } from "./built.ts";
import { heardTree } from "./heard-tree.ts";

// Writes how the sample's page is heard into sample-heard.txt: npm run heard:write
// Only by hand, and read before it is committed: a test that rewrites itself checks nothing.

if (process.env["CI"] !== undefined || process.env["VITEST"] !== undefined)
  throw new Error("what is expected is written by hand, never by a test run");
const folder = openFolder();
const browser = await openBrowser();
try {
  const heard = await heardTree(browser, await builtPage("sample", folder));
  writeFileSync(new URL("sample-heard.txt", import.meta.url), heard);
} finally {
  await browser.close();
  closeFolder(folder);
}
