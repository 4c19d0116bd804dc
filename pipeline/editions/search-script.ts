/**
 * The one script of a site, on its index alone: it shows the search box, and hides the briefs that lack any of the words
 * typed. Without it the list is complete.
 */
export const SEARCH_SCRIPT = `"use strict";
const fold = (text) => text.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase();
const box = document.querySelector("search input");
const said = document.querySelector("search [role=status]");
const briefs = [...document.querySelectorAll(".briefs > li")].map((item) => [item, fold(item.textContent)]);
const keep = () => {
  const words = fold(box.value).split(/\\s+/).filter(Boolean);
  for (const [item, text] of briefs) item.hidden = !words.every((word) => text.includes(word));
  const left = briefs.filter(([item]) => !item.hidden).length;
  said.textContent = words.length === 0 ? "" : said.dataset.pattern.replace("{count}", String(left));
};
box.addEventListener("input", keep);
document.querySelector("search").hidden = false;
keep();
`;
