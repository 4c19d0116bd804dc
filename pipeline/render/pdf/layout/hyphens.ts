/** A word with soft hyphens where it may be divided. */
export type Hyphenate = (word: string) => string;

interface Patterns {
  readonly default: {
    readonly hyphenateSync: (text: string, options: { hyphenChar: string; minWordLength: number }) => string;
  };
}

interface Language {
  readonly load: () => Promise<Patterns>;
  /** Whether words with a capital are divided: nouns in German; in most languages they are names. */
  readonly capitals?: true;
}

// The patterns of TeX, one language a module.
const PATTERNS: Readonly<Record<string, Language>> = {
  "en-us": { load: () => import("hyphen/en-us/index.js") },
  en: { load: () => import("hyphen/en-gb/index.js") },
  de: { load: () => import("hyphen/de-1996/index.js"), capitals: true },
  fr: { load: () => import("hyphen/fr/index.js") },
  es: { load: () => import("hyphen/es/index.js") },
  it: { load: () => import("hyphen/it/index.js") },
  pt: { load: () => import("hyphen/pt/index.js") },
  nl: { load: () => import("hyphen/nl/index.js") },
};

// Shorter words are left whole, and so is what is not a word: names, numbers, acronyms.
const WORD = /^\p{Ll}{6,}$/u;
const CAPITALISED = /^\p{L}\p{Ll}{5,}$/u;
// So many letters at least stay before a hyphen, and after it.
const BEFORE = 2;
const AFTER = 3;

/** The divider of words of a language, by its BCP 47 tag; none where no patterns are known for it. */
export async function hyphenation(tag: string): Promise<Hyphenate | undefined> {
  const lower = tag.toLowerCase();
  const language = PATTERNS[lower] ?? PATTERNS[lower.split("-")[0] ?? ""];
  if (language === undefined) return undefined;
  const { default: patterns } = await language.load();
  const known = new Map<string, string>();
  const pattern = language.capitals === true ? CAPITALISED : WORD;
  return (word) => {
    if (!pattern.test(word)) return word;
    const found = known.get(word);
    if (found !== undefined) return found;
    const divided = atEnds(patterns.hyphenateSync(word, { hyphenChar: "\u00ad", minWordLength: 6 }));
    known.set(word, divided);
    return divided;
  };
}

/** Without hyphens too near to either end. */
function atEnds(divided: string): string {
  const length = divided.replaceAll("\u00ad", "").length;
  let letters = 0;
  return [...divided]
    .filter((letter) => {
      if (letter !== "\u00ad") letters += 1;
      return letter !== "\u00ad" || (letters >= BEFORE && length - letters >= AFTER);
    })
    .join("");
}
