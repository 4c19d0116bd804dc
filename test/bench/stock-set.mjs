import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { json, pictures } from "./draw.mjs";
import { subject } from "./subject.mjs";

const [folder = "", , once] = process.argv.slice(2);
const pdfmake = /** @type {import("./stock.ts").Stock} */ (createRequire(import.meta.url)("pdfmake"));
pdfmake.setLocalAccessPolicy(() => true);
pdfmake.setUrlAccessPolicy(() => false);

await subject(async (task) => {
  const svgs = Object.values(await pictures(folder, task));
  // pdfmake writes into what it is given: it is read anew each time.
  const { definition, fonts } = /** @type {{ definition: object, fonts: object }} */ (
    json(folder, "stock.json", task.number)
  );
  if (task.charts === "drawn") hang(definition, svgs.values());
  pdfmake.setFonts(fonts);
  const footer = (/** @type {number} */ page, /** @type {number} */ pages) => `${page} of ${pages}`;
  const pdf = await pdfmake.createPdf({ ...definition, footer }).getBuffer();
  writeFileSync(join(folder, "stock.pdf"), pdf);
  return pdf;
}, once);

/**
 * Puts pictures in the place of those that a definition has, in their order.
 * @param {unknown} node
 * @param {Iterator<string>} svgs
 */
function hang(node, svgs) {
  if (typeof node !== "object" || node === null) return;
  if ("svg" in node) node.svg = svgs.next().value;
  for (const child of Object.values(node)) hang(child, svgs);
}
