import { escaped } from "./escape.ts";
import type { SiteSettings } from "./lists.ts";

/** A page of a list, as a site has them. */
export interface ListPage {
  readonly title: string;
  /** The way to the index of the site. */
  readonly root: string;
  /** Whether the index has a feed and the hashes of all files beside it. */
  readonly feed: boolean;
  readonly body: string;
  readonly script?: string;
}

/** The shell of a list: its own style, a skip link, and nothing from elsewhere. */
export function listPage(
  { title, root, feed, body, script }: ListPage,
  {
    words,
    css,
    sha256Base64,
  }: Pick<SiteSettings, "css" | "sha256Base64"> & {
    readonly words: Pick<SiteSettings["words"], "language" | "labels">;
  },
): string {
  const label = (name: string): string => escaped(words.labels[name] ?? "");
  const policy = [
    "default-src 'none'",
    // From disk, a page's own files are of no origin.
    "img-src 'self' file:",
    `style-src 'sha256-${sha256Base64(css)}'`,
    ...(script === undefined ? [] : [`script-src 'sha256-${sha256Base64(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${feed ? `<link rel="alternate" type="application/atom+xml" href="${root}feed.xml" title="Atom">\n` : ""}<style>${css}</style>
</head>
<body>
<a class="skip" href="#text">${label("skip")}</a>
<main id="text">
<h1>${escaped(title)}</h1>
${body}
</main>
${feed ? `<footer><p><a href="${root}">${label("briefs")}</a> · <a href="${root}feed.xml">Atom</a> · <a href="${root}SHA256SUMS">SHA256SUMS</a></p></footer>\n` : ""}${script === undefined ? "" : `<script>${script}</script>\n`}</body>
</html>
`;
}

/** The box that searches a list of briefs; hidden where no script shows it. */
export const searchBox = (label: (name: "search" | "briefsFound") => string): string => `<search hidden>
<label for="words">${label("search")}</label> <input id="words" type="search" autocomplete="off">
<p role="status" data-pattern="${label("briefsFound")}"></p>
</search>`;
