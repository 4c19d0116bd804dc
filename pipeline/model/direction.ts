/** Which way a language is written along a line. */
export type Direction = "ltr" | "rtl";

const BY_SCRIPT = /-(?<script>[A-Za-z]{4})(?:-|$)/u;
const SCRIPTS = new Set(["adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa"]);
// Languages that are mostly written from right to left (CLDR).
const LANGUAGES = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(?:-|$)/u;

/** The direction of a language by its BCP 47 tag: as its script has it where the tag names one, as in "he-Latn". */
export function directionOfLanguage(tag: string): Direction {
  const script = BY_SCRIPT.exec(tag)?.groups?.["script"]?.toLowerCase();
  const turned = script === undefined ? LANGUAGES.test(tag) : SCRIPTS.has(script);
  return turned ? "rtl" : "ltr";
}
