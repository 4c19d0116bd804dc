import { benchPdf } from "./pdf.ts";

// Measures, as ratios in one run: npm run bench -- pdf. Nothing is asserted: machines differ.

const [what, ...rest] = process.argv.slice(2);
if (what === "pdf") await benchPdf(rest);
else {
  console.error("npm run bench -- pdf");
  process.exitCode = 2;
}
