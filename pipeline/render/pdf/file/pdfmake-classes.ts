import pdfDocument from "pdfmake/js/PDFDocument.js";
import renderer from "pdfmake/js/Renderer.js";

/** pdfmake's file in the making, a pdfkit document. */
export const PdfDocument = "default" in pdfDocument ? pdfDocument.default : pdfDocument;
/** pdfmake's pen for rules, grounds and drawings. */
export const Renderer = "default" in renderer ? renderer.default : renderer;
export type Renderer<File extends InstanceType<typeof PdfDocument>> = InstanceType<typeof Renderer<File>>;
