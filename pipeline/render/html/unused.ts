import { byCodeUnit } from "../../model/id.ts";
import { remembering } from "../../model/remembered.ts";

/** So many characters of style sheets are remembered, and of what pages have of them. */
const MOST_CHARACTERS = 500_000;
const known = remembering<string>(MOST_CHARACTERS, ({ length }) => length);

/** A style sheet, made lighter already, without the rules for classes and elements that a page has not. */
export function withoutUnused(css: string, markup: string): string {
  // A page says the same few names thousands of times.
  const classes = new Set(
    [...new Set(markup.match(/\sclass="[^"]*"/g))].flatMap((names) => names.slice(8, -1).match(/[\w-]+/g) ?? []),
  );
  const elements = new Set([
    "html",
    "body",
    ...[...new Set(markup.match(/<[a-z][a-z0-9]*/gi))].map((name) => name.slice(1)),
  ]);
  const key = JSON.stringify([css, [...classes].toSorted(byCodeUnit), [...elements].toSorted(byCodeUnit)]);
  return known(key, () => usedOf(css, classes, elements));
}

function usedOf(css: string, classes: ReadonlySet<string>, elements: ReadonlySet<string>): string {
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
