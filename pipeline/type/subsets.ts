import { remembering } from "../model/remembered.ts";
import type { FaceCut, Host } from "../model/stage.ts";
import { wholeGroups } from "./letter-groups.ts";

// What the style sheet may ask for, and how letters of Arabic join; every feature more brings glyphs more.
const FEATURES = [
  "calt",
  "ccmp",
  "curs",
  "fina",
  "init",
  "isol",
  "kern",
  "liga",
  "lnum",
  "locl",
  "mark",
  "medi",
  "mkmk",
  "onum",
  "pnum",
  "rlig",
  "tnum",
];

const OPTIONS = { targetFormat: "woff2", keepFeatures: FEATURES, noHinting: true } as const;

/** So many cut faces are remembered, of some 20 KB each. */
const MOST = 200;

/** What a face is cut to: its name, the characters, and what gives its whole file. */
export interface Cut {
  readonly name: string;
  readonly characters: string;
  readonly file: () => Uint8Array;
}

/** Gives a WOFF2 file of a face with the glyphs of some characters alone; what is kept from earlier builds saves work. */
export type Cutter = (cut: Cut, host: Pick<Host, "cache" | "cutAside">) => Promise<Uint8Array>;

/**
 * Cuts faces to characters, and keeps what was cut: to write a WOFF2 file takes longer than to lay out a whole brief, and
 * the next edition of a brief mostly has the letters of the last.
 */
export function faceCutter(): Cutter {
  const known = remembering<Promise<Uint8Array>>(MOST);
  return ({ name, characters, file }, { cache, cutAside }) => {
    const sorted = wholeGroups(characters);
    const inputs = JSON.stringify(["woff2", name, FEATURES, sorted]);
    return known(inputs, async () => {
      const kept = cache?.readBytes(inputs);
      if (kept !== undefined) return kept;
      const made = await cut({ file: file(), characters: sorted, options: OPTIONS }, cutAside);
      cache?.write(inputs, made);
      return made;
    });
  };
}

async function cut(wanted: FaceCut, cutAside: Host["cutAside"]): Promise<Uint8Array> {
  try {
    if (cutAside) return new Uint8Array(await cutAside(wanted));
  } catch {
    // Where the machine cannot do two things at once after all, and to hear what is wrong with a typeface.
  }
  const { default: subset } = await import("subset-font");
  // subset-font tells formats apart by a Buffer's text.
  return new Uint8Array(await subset(Buffer.from(wanted.file), wanted.characters, wanted.options));
}
