import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Language } from "../../../pipeline/model/language.ts";
import type { Theme } from "../../../pipeline/model/theme.ts";
import type { HtmlInput } from "../../../pipeline/render/html/html.ts";
import { openTypefaces, type Typefaces } from "../../../pipeline/type/typefaces.ts";
import { DOC } from "./fixture-doc.ts";
import { drawing } from "./fixture-exhibits.ts";

/** A language file as the page gets it. */
export function language(tag: string): Language {
  const file = readFileSync(`templates/house/languages/${tag.slice(0, 2)}.yaml`, "utf8");
  return { ...(parse(file) as Omit<Language, "tag">), tag };
}

const opened = await openTypefaces({ packageFile: (path) => readFileSync(`node_modules/${path}`) });

// A subset takes a third of a second, and most pages here want the same.
const subsets = new Map<string, Promise<Uint8Array>>();
const typefaces: Typefaces = {
  ...opened,
  subsetWoff2(face, characters) {
    const key = `${JSON.stringify(face)} ${characters}`;
    const made = subsets.get(key) ?? opened.subsetWoff2(face, characters);
    subsets.set(key, made);
    return made;
  },
};

/** What a page is made of, with another Doc or language where a test wants one. */
export function input(changes: Partial<HtmlInput> = {}): HtmlInput {
  return {
    doc: DOC,
    drawings: new Map([[drawing.id, drawing]]),
    theme: parse(readFileSync("templates/house/theme.yaml", "utf8")) as Theme,
    language: language("en-GB"),
    house: {
      page: readFileSync("templates/house/page.html.hbs", "utf8"),
      css: readFileSync("templates/house/brief.css", "utf8"),
    },
    typefaces,
    sha256Base64: (bytes) => createHash("sha256").update(bytes).digest("base64"),
    datasets: [
      {
        name: "ANSO budget by sector",
        description: "Shares of the budget of ANSO by sector, outturn of 2021 and plan of 2022.",
        csv: "tables/money.csv",
        period: "2021/2022",
      },
    ],
    ...changes,
  };
}
