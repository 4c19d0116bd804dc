import { escaped } from "../editions/escape.ts";
import { listPage, searchBox } from "../editions/list-page.ts";
import { SEARCH_SCRIPT } from "../editions/search-script.ts";
import { siteCss } from "../editions/site-style.ts";
import type { Listed } from "../model/family.ts";
import { byCodeUnit } from "../model/id.ts";
import type { Label } from "../model/language.ts";
import type { Theme } from "../model/theme.ts";

/** What the page of a family is made with. */
export interface IndexSettings {
  readonly title: string;
  readonly language: { readonly tag: string; readonly labels: Readonly<Record<Label, string>> };
  readonly theme: Theme;
  readonly sha256Base64: (text: string) => string;
}

/** The page that lists the members of a family by title, each with a search box that needs no server. */
export function familyPage(members: readonly Listed[], settings: IndexSettings): string {
  const { title, language, theme, sha256Base64 } = settings;
  const label = (name: Label): string => escaped(language.labels[name]);
  const items = inOrder(members).map(
    ({ name, title: own, abstract }) => `<li>
<h2><a href="${name}/index.html">${escaped(own)}</a></h2>
<p>${escaped(abstract)}</p>
<p class="dates"><a href="${name}/${name}.pdf" aria-label="PDF: ${escaped(own)}">PDF</a> · <a href="${name}/figures.json" aria-label="JSON: ${escaped(own)}">JSON</a></p>
</li>`,
  );
  const body = `${searchBox(label)}\n<ol class="briefs">\n${items.join("\n")}\n</ol>`;
  const words = { language: language.tag, labels: language.labels };
  return listPage(
    { title, root: "./", feed: false, body, script: SEARCH_SCRIPT },
    { words, css: siteCss(theme), sha256Base64 },
  );
}

/** By title, in the order of their letters. */
export const inOrder = (members: readonly Listed[]): readonly Listed[] => {
  const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return members.toSorted((a, b) => byCodeUnit(folded(a.title), folded(b.title)) || byCodeUnit(a.name, b.name));
};
