import { z } from "zod";
import { CHART_KINDS } from "../model/drawing.ts";
import { LABELS, type Language } from "../model/language.ts";
import { error } from "../model/problem.ts";
import { onceFor, remembering } from "../model/remembered.ts";
import { COLOUR_NAMES, FAMILIES, type ColourName, type Theme } from "../model/theme.ts";
import { defined } from "./defined.ts";
import { colour, flag, measure, oneOf, plainText, whole } from "./leaf.ts";
import { readText, type Reader } from "./reader.ts";
import { readShape } from "./shape.ts";
import type { Scalar } from "./tree.ts";
import { readYaml } from "./yaml.ts";

/** So many tags of one language, as en-GB, are remembered. */
const MOST_TAGS = 20;

const size = measure(1, 200);
const length = measure(0, 2000);

const COLOURS = Object.fromEntries(COLOUR_NAMES.map((name) => [name, colour])) as Record<ColourName, typeof colour>;
const palette = z.strictObject(COLOURS);

/** The shape of templates/house/theme.yaml. */
export const themeShape = z.strictObject({
  type: z.strictObject({
    text: oneOf(FAMILIES),
    sans: oneOf(FAMILIES),
    size,
    leading: measure(1, 3),
    alignment: oneOf(["justified", "ragged"]),
    hyphens: flag,
    smallCaps: flag,
    note: size,
    table: size,
    title: size,
    heading: size,
    subheading: size,
    pageSize: size,
    chartPrint: size,
    chartPage: size,
  }),
  colour: z.strictObject({ light: palette, dark: palette }),
  paper: z.strictObject({
    size: oneOf(["A4", "A5", "LETTER"]),
    margins: z.tuple([length, length, length, length]),
    firstHead: flag,
    firstFoot: flag,
    paragraph: length,
    float: length,
    heading: length,
  }),
  page: z.strictObject({ measure: measure(10, 200) }),
  chart: z.strictObject({
    print: measure(50, 2000),
    wide: measure(50, 4000),
    narrow: measure(50, 4000),
    labels: measure(0, 40),
    line: measure(0.5, 10),
    grid: measure(0.25, 5),
    point: measure(10, 1000),
  }),
});

const words = z.array(plainText).min(1);

const sizeShape = z
  .strictObject({
    words: z.union([plainText, words]),
    ratio: plainText.optional(),
    share: plainText.optional(),
    change: plainText.optional(),
    rank: whole(-100, 100).optional(),
    falls: flag.optional(),
  })
  .transform(({ words: said, ...needs }) => ({ words: said, ...defined(needs) }));

const chartsShape = z.strictObject({
  kinds: z.record(z.enum(CHART_KINDS), plainText),
  whole: plainText,
  panelled: plainText,
  row: plainText,
  rows: plainText,
  measure: plainText,
  level: plainText,
  moved: plainText,
  movedInTime: plainText,
  levelWhereKnown: plainText,
  single: plainText,
  openLeast: plainText,
  openGreatest: plainText,
  missing: plainText,
  inTable: plainText,
  attached: plainText,
});

/** The shape of templates/house/languages/TAG.yaml. */
export const languageShape = z.strictObject({
  labels: z.record(z.enum(LABELS), plainText),
  cardinals: words,
  ordinals: words,
  ordinalEndings: z
    .array(z.strictObject({ ending: plainText, after: words.optional(), except: words.optional() }))
    .optional(),
  months: z.array(plainText).length(12),
  dates: z.strictObject({ day: plainText, month: plainText, year: plainText }),
  quantities: words,
  numerals: words,
  articles: words.optional(),
  comparisons: words,
  totals: words.optional(),
  beforeYears: words.optional(),
  directions: z.strictObject({ up: words, down: words, same: words, either: words.optional() }),
  comparatives: z.strictObject({ up: words, down: words, than: words.optional() }).optional(),
  negations: words.optional(),
  affirmations: words.optional(),
  sizes: z.array(sizeShape),
  qualifiers: z
    .strictObject({
      above: words.optional(),
      atLeast: words.optional(),
      below: words.optional(),
      atMost: words.optional(),
      about: words.optional(),
      nearly: words.optional(),
      among: words.optional(),
    })
    .optional(),
  places: words.optional(),
  movement: z.strictObject({ from: words, to: words }),
  scales: z.strictObject({ thousand: plainText, million: plainText, billion: plainText, trillion: plainText }),
  charts: chartsShape,
  patterns: z.strictObject({
    between: plainText,
    about: plainText,
    amount: plainText,
    perCent: plainText,
    points: plainText,
    point: plainText,
    rate: plainText.optional(),
    per: plainText.optional(),
    ibid: plainText,
    backTo: plainText,
  }),
});

/** The house's type, colour and spacing. */
export function readTheme(reader: Reader): Theme | undefined {
  const tree = readYaml(reader, "templates/house/theme.yaml");
  return tree && readShape(themeShape, tree, reader.problems);
}

/** The furniture of the language that a brief names, `en-GB`, from the file of its first part, `en.yaml`. */
export function readLanguage(reader: Reader, tag: Scalar): Language | undefined {
  const folder = "templates/house/languages";
  const primary = /^([a-z]{2,3})(?:-[A-Za-z0-9]{2,8})*$/.exec(tag.text)?.[1];
  if (primary === undefined || !isLanguageTag(tag.text)) {
    const message = `"${tag.text}" is no language tag`;
    reader.problems.push(error("shape/wrong-type", tag.place, message, { hint: "write one as en-GB or de (BCP 47)" }));
    return undefined;
  }
  const there = (reader.host.list(folder) ?? []).map((file) => file.replace(/\.yaml$/, "")).join(", ");
  const hint = `write one of ${there}, or add ${folder}/${primary}.yaml`;
  const tree = readYaml(reader, `${folder}/${primary}.yaml`, { place: tag.place, hint });
  const given = tree && readShape(languageShape, tree, reader.problems);
  return given && languages(given)(tag.text);
}

/** One and the same for all briefs of a language, so that what is made of its lists is made once. */
const languages = onceFor((given: z.infer<typeof languageShape>) => {
  const known = remembering<Language>(MOST_TAGS);
  return (tag: string): Language => known(tag, () => ({ tag, ...given }));
});

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The house's page shell and style sheet, as text. */
export function readHouse(reader: Reader): { readonly page: string; readonly css: string } | undefined {
  const page = readText(reader, "templates/house/page.html.hbs");
  const css = readText(reader, "templates/house/brief.css");
  return page === undefined || css === undefined ? undefined : { page, css };
}
