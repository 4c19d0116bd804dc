/** A style sheet, made lighter already, without the rules for classes and elements that a page has not. */
export function withoutUnused(css: string, markup: string): string {
  const classes = new Set(
    [...markup.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = ""]) => names.match(/[\w-]+/g) ?? []),
  );
  const elements = new Set([
    "html",
    "body",
    ...[...markup.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name = ""]) => name),
  ]);
  const isUsed = (selector: string): boolean => {
    // What must not be, or may be inside, says nothing of what is styled.
    const bare = selector.replaceAll(/"[^"]*"|:(?:not|has|is|where)\([^()]*\)/g, "");
    const named = [...bare.matchAll(/\.([\w-]+)/g)].every(([, name = ""]) => classes.has(name));
    return named && [...bare.matchAll(/(?:^|[\s>+~])([a-z][a-z0-9]*)/g)].every(([, name = ""]) => elements.has(name));
  };
  const rules = css.replaceAll(/(?<=^|[{}])([^{}@]+)\{([^{}]*)\}/g, (_, selectors: string, declarations: string) => {
    // A comma within brackets parts no selectors.
    const used = selectors.split(/,(?![^()]*\))/).filter(isUsed);
    return used.length === 0 ? "" : `${used.join(",")}{${declarations}}`;
  });
  return rules.replaceAll(/@(?:media|supports)[^{}]*\{\}/g, "");
}
