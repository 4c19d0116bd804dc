import { benchCharts } from "./charts.ts";
import { benchPdf } from "./pdf.ts";

// Measures, as ratios in one run: npm run bench -- pdf, npm run bench -- charts. Nothing is asserted: machines differ.

const [what, ...rest] = process.argv.slice(2);
if (what === "pdf") await benchPdf(rest);
else if (what === "charts") await benchCharts(rest);
else {
  console.error("npm run bench -- pdf\nnpm run bench -- charts");
  process.exitCode = 2;
}
