import { svgTags } from "../../../model/svg-tags.ts";

// Elements that fetch, run or hide something, attributes that lead out of the drawing, and declarations that can.
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/<\s*(?:[\w-]+:)?image\b/iu, "<image>"],
  [/<\s*(?:[\w-]+:)?use\b/iu, "<use>"],
  [/<\s*(?:[\w-]+:)?foreignObject\b/iu, "<foreignObject>"],
  [/<\s*(?:[\w-]+:)?script\b/iu, "<script>"],
  [/<\s*(?:[\w-]+:)?style\b/iu, "<style>"],
  [/\s(?:[\w-]+:)?href\s*=/iu, "href"],
  [/\son[a-z]+\s*=/iu, "an event handler"],
  [/url\s*\((?![\s"']*#)/iu, "a url() that leads outside"],
  [/<!|<\?/u, "a declaration"],
];

/** A drawing as it came, after a look for what a PDF of record must not take in; throws where it finds some. */
export function safeSvg(svg: string, name: string): string {
  const tags = svgTags(svg);
  const found = FORBIDDEN.filter(([pattern]) => pattern.test(tags)).map(([, what]) => what);
  if (found.length > 0)
    throw new Error(`The drawing of the chart ${name} holds ${found.join(", ")}, which the PDF refuses`);
  return svg;
}
