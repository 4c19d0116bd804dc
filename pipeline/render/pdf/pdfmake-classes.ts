import layoutBuilder from "pdfmake/js/LayoutBuilder.js";
import pdfDocument from "pdfmake/js/PDFDocument.js";
import renderer from "pdfmake/js/Renderer.js";
import svgMeasure from "pdfmake/js/SVGMeasure.js";

/** pdfmake's layout: from nodes to pages of placed lines. */
export const LayoutBuilder = "default" in layoutBuilder ? layoutBuilder.default : layoutBuilder;
/** pdfmake's file in the making, a pdfkit document. */
export const PdfDocument = "default" in pdfDocument ? pdfDocument.default : pdfDocument;
/** pdfmake's pen: from placed lines to the file. */
export const Renderer = "default" in renderer ? renderer.default : renderer;
/** pdfmake's reader of the sizes of drawings. */
export const SvgMeasure = "default" in svgMeasure ? svgMeasure.default : svgMeasure;
