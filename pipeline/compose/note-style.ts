import { directionOfLanguage } from "../model/direction.ts";
import type { Inline } from "../model/inline.ts";
import type { Language } from "../model/language.ts";
import type { Place } from "../model/place.ts";
import type { DateParts, Name, Source } from "../model/source.ts";

/** A source as the house's notes print it: author, “title”, container, volume(issue), date, pages. */
export function sourceInlines(
  source: Source,
  language: Language,
  place: Place,
  pages = source.page,
): readonly Inline[] {
  const text = (words: string): Inline => ({ kind: "text", text: words, place });
  const parts: (readonly Inline[])[] = [];
  const authors = namesText(source.author ?? [], language);
  if (authors !== "") parts.push([text(authors)]);
  parts.push(titleInlines(source, place));
  const container = source["container-title"];
  if (container !== undefined) parts.push([{ kind: "emphasis", place, children: [text(container)] }]);
  if (source.volume !== undefined)
    parts.push([text(source.volume + (source.issue === undefined ? "" : `(${source.issue})`))]);
  for (const more of [source.genre, source.publisher, source["publisher-place"]])
    if (more !== undefined) parts.push([text(more)]);
  if (source.issued !== undefined) parts.push([text(dateText(source.issued, language))]);
  if (pages !== undefined) parts.push([text(pagesText(pages, language))]);
  return [...joined(parts, place), text(".")];
}

function titleInlines(source: Source, place: Place): readonly Inline[] {
  const title: Inline = { kind: "text", text: source.title, place };
  const spoken: Inline =
    source.language === undefined
      ? title
      : {
          kind: "language",
          language: source.language,
          direction: directionOfLanguage(source.language),
          place,
          children: [title],
        };
  if (["book", "report", "dataset"].includes(source.type)) return [{ kind: "emphasis", place, children: [spoken] }];
  return [{ kind: "text", text: "“", place }, spoken, { kind: "text", text: "”", place }];
}

/** A later reference to a source that an earlier note gave in full: family name, “title” (note 3), p. 5. */
export function shortInlines(
  source: Source,
  earlier: { readonly note: number; readonly pages?: string | undefined },
  language: Language,
  place: Place,
): readonly Inline[] {
  const first = source.author?.[0];
  const author = first === undefined ? "" : `${first.family ?? first.literal ?? ""}, `;
  const title = source.title.split(": ")[0] ?? source.title;
  const where = earlier.pages === undefined ? "" : `, ${pagesText(earlier.pages, language)}`;
  return [{ kind: "text", place, text: `${author}“${title}” (${language.labels.inNote} ${earlier.note})${where}.` }];
}

/** Pages with their abbreviation: p. 5, pp. 25–27. */
export function pagesText(pages: string, language: Language): string {
  const several = /[-–,]/.test(pages);
  return `${several ? language.labels.pagesShort : language.labels.pageShort}\u00A0${pages.replace("-", "–")}`;
}

/** A date in the words of the brief's language: 18 April 2019, July 2016, 2018. */
export function dateText([year, month, day]: DateParts, language: Language): string {
  const name = month === undefined ? undefined : language.months[month - 1];
  if (name === undefined) return language.dates.year.replace("{year}", String(year));
  const pattern = day === undefined ? language.dates.month : language.dates.day;
  return pattern.replace("{day}", String(day)).replace("{month}", name).replace("{year}", String(year));
}

/** `2023-06-20`, `2016-07` or `2018` as date parts. */
export function dateParts(text: string): DateParts {
  const [year = 0, month, day] = text.split("-").map(Number);
  return month === undefined ? [year] : day === undefined ? [year, month] : [year, month, day];
}

/** Names in reading order: given before family, the last joined by "and". */
export function namesText(names: readonly Name[], language: Language): string {
  const all = names.map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(" "));
  if (all.at(-1) === "et al.") return `${all.slice(0, -1).join(", ")} et al.`;
  return listText(all, language);
}

/** Words in a row: a, b and c. */
export function listText(items: readonly string[], language: Language): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${language.labels.and} ${items.at(-1)}`;
}

function joined(parts: readonly (readonly Inline[])[], place: Place): readonly Inline[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return part;
    const before = parts[index - 1]?.at(-1);
    // American usage sets the comma inside the quotation mark; the house sets it outside, as British usage does.
    const gap: Inline = { kind: "text", place, text: before === undefined ? " " : ", " };
    return [gap, ...part];
  });
}
