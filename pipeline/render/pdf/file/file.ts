import type { Doc } from "../../../model/doc.ts";
import { plainText } from "../../../model/inline.ts";
import type { Setting } from "../setting.ts";
import { ACCESSIBLE } from "./metadata.ts";
import { TaggedFile } from "./tagged-file.ts";

type FileSetting = Pick<Setting, "doc" | "page" | "typefaces" | "deflate">;

/** Opens a file for a brief, with its metadata and its fonts; the edition's date is the only date in it. */
export function openFile({ doc, page, typefaces, deflate }: FileSetting): TaggedFile {
  const { cover } = doc;
  const info = {
    Title: plainText(cover.title),
    Author: cover.authors.join(", "),
    ...(doc.abstract === "" ? {} : { Subject: doc.abstract }),
    ...(cover.keywords.length === 0 ? {} : { Keywords: cover.keywords.join(", ") }),
    Creator: "Footing",
    Producer: "Footing",
    CreationDate: editionDate(doc),
  };
  const file = new TaggedFile(
    typefaces,
    {
      size: [page.width, page.height],
      pdfVersion: "1.7",
      subset: "PDF/A-3a",
      tagged: true,
      displayTitle: true,
      lang: doc.language,
      autoFirstPage: false,
      font: null,
      info,
    },
    deflate,
  );
  file.appendXML(ACCESSIBLE);
  file.numberPages();
  return file;
}

/** The beginning of the edition's day, in UTC: the only time in a file. */
export const editionDate = ({ cover }: Doc): Date => new Date(`${cover.edition.date}T00:00:00Z`);
