import type { Settings } from "../model/brief.ts";
import type { Cover } from "../model/cover.ts";
import { plainText } from "../model/inline.ts";
import type { Language } from "../model/language.ts";
import { inlineTemplate } from "./inlines.ts";
import { dateParts, dateText, namesText } from "./note-style.ts";
import type { Workshop } from "./workshop.ts";

/** Prepares what stands before the text: title, series, number, edition, and how to cite the brief. */
export function buildCover(workshop: Workshop): () => Cover {
  const { settings, language } = workshop.brief;
  const title = inlineTemplate(settings.title, workshop);
  const subtitle = settings.subtitle ? inlineTemplate(settings.subtitle, workshop) : () => [];
  return () => {
    const heading = { title: title(), subtitle: subtitle() };
    const { series, number, licence, institution, keywords, edition, contents } = settings;
    const citation = citationLine(plainText(heading.title), plainText(heading.subtitle), settings, language);
    const dated = { ...edition, dateText: dateText(dateParts(edition.date), language) };
    return {
      ...heading,
      ...(series === undefined ? {} : { series }),
      ...(number === undefined ? {} : { number }),
      ...(licence === undefined ? {} : { licence }),
      institution,
      authors: settings.authors.map((author) => namesText([author], language)),
      keywords,
      edition: dated,
      citation,
      contents,
    };
  };
}

function citationLine(title: string, subtitle: string, settings: Settings, language: Language): string {
  const whole = subtitle === "" ? title : `${title}: ${subtitle}`;
  const series = [settings.series, settings.number].filter((part) => part !== undefined).join(" ");
  const authors = namesText(settings.authors, language);
  const publisher = settings.institution === authors ? "" : settings.institution;
  const date = dateText(dateParts(settings.edition.date), language);
  return `${[authors, `“${whole}”`, series, publisher, date].filter((part) => part !== "").join(", ")}.`;
}
