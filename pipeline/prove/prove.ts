import { stemOf } from "../model/family.ts";
import type { Proved, Rendered } from "../model/brief.ts";
import { error, hasErrors } from "../model/problem.ts";
import type { Stage } from "../model/stage.ts";
import { HINT } from "./follow.ts";
import { provePage } from "./page.ts";
import { provePdf } from "./pdf.ts";

/** Do the finished bytes say what the Doc says? Page and PDF are read back as a reader's program reads them. */
export const prove: Stage<Rendered, Proved> = async (brief) => {
  const html = brief.files.get("index.html");
  const pdf = brief.files.get(`${stemOf(brief.id)}.pdf`);
  if (html === undefined || pdf === undefined) {
    return { problems: [error("proof/text", brief.settings.place, "A finished file is missing", { hint: HINT })] };
  }
  const inPage = await provePage(new TextDecoder().decode(html), brief);
  const inPdf = await provePdf(pdf, brief);
  const problems = [...inPage.problems, ...inPdf.problems];
  return hasErrors(problems)
    ? { problems }
    : { value: { ...brief, proof: { page: inPage.found, pdf: inPdf.found } }, problems };
};
