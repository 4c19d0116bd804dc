import renderer from "pdfmake/js/Renderer.js";
import type { TaggedFile } from "../tagged-file.ts";
import type { Draw } from "./drawer.ts";

/** pdfmake's pen for drawings. */
export const Renderer = "default" in renderer ? renderer.default : renderer;

/** pdfmake's own way with drawings, svg-to-pdfkit: it knows nearly all of SVG, and takes its time. */
export function longWay(file: TaggedFile): Draw {
  const pen = new Renderer(file);
  return ({ svg, font, width, height, scale }) => {
    pen.renderSVG({ svg, x: 0, y: 0, _width: width / scale, _height: height / scale, font });
  };
}
