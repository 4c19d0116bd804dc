import type { FontFile } from "./font-file.ts";
import { rulesOf, type Glyph, type Rules } from "./glyph-rules.ts";
import { lookupsOf, type Lookup } from "./lookups.ts";
import { kernedBy } from "./kerning.ts";
import { substitutedBy } from "./substitution.ts";

/** A text in glyphs, with how far each goes; lengths in units of the font. */
export interface SmallRun {
  readonly glyphs: readonly Glyph[];
  readonly advances: readonly number[];
  readonly advanceWidth: number;
}

/** Glyphs of a text in these features; undefined where a rule might apply that it does not know. */
export type SmallShaper = (text: string, features: readonly string[]) => SmallRun | undefined;

// What fontkit has on by itself for Latin text: directional forms, then what all scripts need, then what is usual.
const ALWAYS = ["rvrn", "ltra", "ltrm", "ccmp", "locl", "rlig", "mark", "mkmk", "calt", "clig", "liga", "rclt", "curs"];
const DEFAULTS = [...ALWAYS, "kern"];
const FOR_ALL = ["DFLT", "dflt", "latn"];

/**
 * Shapes what most text of most briefs is, Latin letters, figures and signs: glyphs of characters, single
 * substitutions, ligatures, kerning of pairs. Its answer is fontkit's, and takes a fraction of the time; where any other
 * rule of the font might apply, or a character is not among the plain ones, it gives none.
 */
export function smallShaper(font: FontFile): SmallShaper {
  if (["morx", "kern"].some((name) => font.table(name) !== undefined)) return () => undefined;
  const rules = rulesOf(font);
  const plans = new Map<string, Plan | undefined>();
  return (text, features) => {
    const glyphs = plainGlyphs(text, font);
    if (glyphs === undefined) return undefined;
    if (glyphs.length === 0) return { glyphs, advances: [], advanceWidth: 0 };
    const script = LATIN.test(text) ? "latn" : "DFLT";
    const key = `${script} ${features.join(" ")}`;
    if (!plans.has(key)) plans.set(key, planOf(font, script, features));
    const plan = plans.get(key);
    return plan && shapedBy(plan, glyphs, rules, font);
  };
}

interface Plan {
  readonly substitutions: readonly Lookup[];
  readonly positions: readonly Lookup[];
}

function planOf(font: FontFile, script: string, features: readonly string[]): Plan | undefined {
  const wanted = [...DEFAULTS, ...features.filter((each) => !DEFAULTS.includes(each))];
  const scripts = [script, ...FOR_ALL];
  const [gsub, gpos] = [lookupsOf(font, "GSUB", scripts, wanted), lookupsOf(font, "GPOS", scripts, wanted)];
  if (gsub === undefined || gpos === undefined) return undefined;
  return { substitutions: gsub.lookups, positions: gpos.lookups };
}

function shapedBy(plan: Plan, plain: readonly Glyph[], rules: Rules, font: FontFile): SmallRun | undefined {
  const said = new Map<number, readonly number[]>();
  const substituted = substitutedBy(plan.substitutions, firstSayings(plain, said), rules);
  if (substituted === undefined) return undefined;
  const glyphs = firstSayings(substituted, said);
  const kerns = kernedBy(plan.positions, glyphs, rules);
  if (kerns === undefined) return undefined;
  const advances = glyphs.map(({ id }, i) => font.advanceOf(id) + (kerns[i] ?? 0));
  return { glyphs, advances, advanceWidth: advances.reduce((sum, each) => sum + each, 0) };
}

/** A glyph that stands for several characters of one text says what it said first, as fontkit has it. */
function firstSayings(glyphs: readonly Glyph[], said: Map<number, readonly number[]>): readonly Glyph[] {
  return glyphs.map(({ id, codePoints }) => {
    const first = said.get(id) ?? codePoints;
    said.set(id, first);
    return { id, codePoints: first };
  });
}

// Latin letters among the plain characters.
const LATIN = /[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;

// No marks, no characters that act on others, none without a shape; U+2044 makes fractions of digits.
const PLAIN =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2000-\u200a\u2010-\u2027\u202f-\u2043\u2045-\u205e\u20a0-\u20bf\u2190-\u21ff\u2200-\u22ff]*$/;

/** A glyph for each character, where all are plain and the font has them. */
function plainGlyphs(text: string, font: FontFile): Glyph[] | undefined {
  if (!PLAIN.test(text)) return undefined;
  const glyphs: Glyph[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const id = font.glyphOf(code);
    if (id === 0) return undefined;
    glyphs.push({ id, codePoints: [code] });
  }
  return glyphs;
}
