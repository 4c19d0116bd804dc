import { benchCharts } from "./charts.ts";
import { benchAll } from "./compare.ts";
import { benchPdf } from "./pdf.ts";

// Measures, as ratios in one run: npm run bench -- --quick. Nothing is asserted: machines differ.

const [what, ...rest] = process.argv.slice(2);
if (what === "pdf") await benchPdf(rest);
else if (what === "charts") await benchCharts(rest);
else if (what === undefined || what === "--quick" || what === "--family") await benchAll(process.argv.slice(2));
else {
  console.error(`npm run bench -- [--quick] [--family DIR]   all of it, beside Typst and pdfmake
npm run bench -- pdf                          the PDF step
npm run bench -- charts                       charts, drawn and kept`);
  process.exitCode = 2;
}
