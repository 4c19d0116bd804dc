import pdfDocument from "pdfmake/js/PDFDocument.js";

/** pdfmake's file in the making, a pdfkit document. */
export const PdfDocument = "default" in pdfDocument ? pdfDocument.default : pdfDocument;
