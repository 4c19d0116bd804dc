const TAG = /<(?:"[^"]*"|'[^']*'|[^"'<>])*>/g;

/**
 * The tags of an SVG, without the texts between them: what is written there is read and never run. A `>` inside an
 * attribute's value ends no tag. All of it, where it is not well formed.
 */
export function svgTags(svg: string): string {
  const between = svg.replace(TAG, "");
  return between.includes("<") ? svg : (svg.match(TAG) ?? []).join("");
}
