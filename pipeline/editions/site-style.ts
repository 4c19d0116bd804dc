import type { Palette, Theme } from "../model/theme.ts";

/** The look of a site's own pages, from the theme: type and colours, light and dark, nothing loaded. */
export function siteCss({ type, colour, page }: Theme): string {
  return [
    `:root { color-scheme: light dark; ${variables(colour.light)} }`,
    `@media (prefers-color-scheme: dark) { :root { ${variables(colour.dark)} } }`,
    ":root { --size: 100%; } html { font-size: var(--size); } [hidden] { display: none; }",
    `body { margin: 0; background: var(--background); color: var(--ink); font: 1.125rem/1.5 "${type.text}", Georgia, serif; }`,
    `main, footer { max-width: ${page.measure}rem; margin: 0 auto; padding: 1.5rem 1rem; }`,
    `h1, h2, h3, .skip, search, .dates, .keywords, footer { font-family: "${type.sans}", "Segoe UI", Roboto, sans-serif; }`,
    "h1 { font-size: 1.8rem; line-height: 1.2; } h2 { font-size: 1.4rem; margin: 2rem 0 .75rem; } h3, li > h2 { font-size: 1.25rem; margin: 0 0 .25rem; }",
    ".by-keyword { list-style: none; padding: 0; } .by-keyword h3 { font-size: 1rem; } .by-keyword > li { margin: 0 0 1rem; } .by-keyword ul { margin: 0; padding: 0 0 0 1.25rem; }",
    "search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; } search p { flex-basis: 100%; min-height: 1.5em; }",
    "input { flex: 1; min-width: 8rem; min-height: 2.75rem; padding: 0 .75rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--muted); border-radius: .25rem; }",
    ".skip { position: absolute; padding: .75rem 1rem; background: var(--background); } .skip:not(:focus) { clip-path: inset(50%); }",
    "ol { list-style: none; padding: 0; } ol > li { border-top: 1px solid var(--line); padding: 1.25rem 0; }",
    "p, li { overflow-wrap: anywhere; } p { margin: .25rem 0; } a { color: var(--accent); } .dates, .keywords, .subtitle { color: var(--muted); }",
    ".charts { display: flex; flex-wrap: wrap; gap: 1rem; } .charts figure { flex: 1 1 18rem; margin: 0; } img { max-width: 100%; height: auto; background: #fff; } summary { cursor: pointer; }",
    "a:focus-visible, input:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } ins { text-decoration: none; font-weight: 600; }",
  ].join("\n");
}

const variables = ({ background, ink, muted, line, accent }: Palette): string =>
  Object.entries({ background, ink, muted, line, accent })
    .map(([name, value]) => `--${name}: ${value};`)
    .join(" ");
