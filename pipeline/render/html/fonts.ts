import { byCodeUnit } from "../../model/id.ts";
import type { Theme } from "../../model/theme.ts";
import { faceRule } from "../../type/face-rule.ts";
import type { Face } from "../../type/faces.ts";
import { byScript, type ScriptFamily } from "../../type/scripts.ts";
import type { Typefaces } from "../../type/typefaces.ts";

// Digits and letters that the browser prints by itself: markers of lists.
const MARKERS = "0123456789.abcdefghijklmnopqrstuvwxyz•–";

/** The characters that a page's body prints, each once. */
export const printedCharacters = (body: string): string => characters(printedText(body));

/** The rules that bring the faces of the page along, cut to the characters that it prints and written as WOFF2. */
export async function fontRules(
  body: string,
  printed: string,
  theme: Theme,
  typefaces: Typefaces,
): Promise<readonly string[]> {
  const { text, sans } = theme.type;
  const all = characters(printed + MARKERS);
  const slanted = characters(
    [...body.matchAll(/<em>([\s\S]*?)<\/em>/g)].map((match) => printedText(match[1] ?? "")).join(""),
  );
  const faces: (readonly [Face, string])[] = [
    [{ family: text, weight: 400, italic: false }, all],
    [{ family: text, weight: 400, italic: true }, slanted],
    [{ family: text, weight: 600, italic: false }, all],
    [{ family: sans, weight: 400, italic: false }, all],
    [{ family: sans, weight: 600, italic: false }, all],
  ];
  const rules = [standIns(text, "text", TIMES, typefaces), standIns(sans, "sans", ARIAL, typefaces)].flat();
  const scripts = scriptCharacters(all);
  for (const [family, used] of scripts) {
    for (const weight of [400, 600] as const) faces.push([{ family, weight, italic: false }, used]);
  }
  const wanted = faces.filter(([, used]) => used !== "");
  rules.push(
    ...(await Promise.all(wanted.map(async ([face, used]) => faceRule(face, await typefaces.subsetWoff2(face, used))))),
  );
  if (scripts.size > 0) rules.push(EMPHASIS);
  return rules;
}

// These scripts stress words by their weight: they have no italics, and a browser would slant them.
const EMPHASIS = "[dir=rtl] em { font-style: normal; font-weight: 600 }\n";

/** The families that scripts on a page need, each with the characters that it has to print. */
function scriptCharacters(text: string): ReadonlyMap<ScriptFamily, string> {
  const found = new Map<ScriptFamily, string>();
  for (const { family, text: part } of byScript(text))
    if (family !== undefined) found.set(family, (found.get(family) ?? "") + part);
  return found;
}

/** The families that the scripts among a page's characters need. */
export const scriptFamilies = (printed: string): readonly ScriptFamily[] => [...scriptCharacters(printed).keys()];

/** What the faces that most machines have are measured by. */
const SAMPLE = "The quick brown fox jumps over the lazy dog, and then it rests in the shade of an old tree";

interface StandIn {
  readonly weight: Face["weight"];
  readonly names: readonly string[];
  /** How many ems wide it sets the sample. */
  readonly ems: number;
}
const TIMES: readonly StandIn[] = [
  { weight: 400, names: ["Times New Roman", "Liberation Serif"], ems: 35.657 },
  { weight: 600, names: ["Times New Roman Bold", "Liberation Serif Bold"], ems: 37.892 },
];
const ARIAL: readonly StandIn[] = [
  { weight: 400, names: ["Arial", "Liberation Sans"], ems: 39.3 },
  { weight: 600, names: ["Arial Bold", "Liberation Sans Bold"], ems: 42.339 },
];

/**
 * Faces of the reader's machine, as wide as the theme's: the lines end where they will end, and nothing moves when the
 * page's own faces are ready (CSS Fonts 5, size-adjust).
 */
const standIns = (
  family: Face["family"],
  name: string,
  faces: readonly StandIn[],
  typefaces: Typefaces,
): readonly string[] =>
  faces.map(({ weight, names, ems }) => {
    const wide = typefaces.width({ family, weight, italic: false }, SAMPLE, 1);
    const sources = names.map((each) => `local("${each}")`).join(", ");
    return `@font-face { font-family: ${name}; font-weight: ${weight}; src: ${sources}; size-adjust: ${Math.round((wide / ems) * 1000) / 10}% }\n`;
  });

/** What markup prints: its text without tags, with the characters that `escapeText` wrote by name. */
function printedText(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** The characters of a text, each once, in the order of their code units; none that is not printed. */
function characters(text: string): string {
  // A page is long, and has few characters.
  const units = new Uint8Array(0x1_0000);
  const found: string[] = [];
  const pairs = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00) pairs.add(text.slice(at, at + 2));
    else if (units[unit] === 0) found.push(String.fromCharCode(unit));
    units[unit] = 1;
  }
  return [...found, ...pairs]
    .filter((character) => !/[\p{Cc}\p{Cs}]/u.test(character))
    .toSorted(byCodeUnit)
    .join("");
}
