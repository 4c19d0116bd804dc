import { error, type Problem } from "../model/problem.ts";
import { remembering } from "../model/remembered.ts";
import type { Place } from "../model/place.ts";
import type { Host } from "../model/stage.ts";
import { reportForbidden } from "./forbidden.ts";
import { LIMITS } from "./limits.ts";
import { headOf, placesIn } from "./positions.ts";

/** What one load has at hand: the machine, the files read so far, and the problems found so far. */
export interface Reader {
  readonly host: Host;
  /** SHA-256 of every file that was read, by logical path. */
  readonly inputs: Map<string, string>;
  readonly problems: Problem[];
}

/** What to say when a file is not there: the place that asks for it, and an act that mends it. */
export interface Asked {
  readonly place?: Place;
  readonly hint?: string;
}

/** The text of a file that must be there; undefined, with a problem, when it is not, or is no clean UTF-8 text. */
export function readText(reader: Reader, file: string, asked: Asked = {}): string | undefined {
  const bytes = reader.host.read(file);
  if (bytes === undefined) {
    const hint = asked.hint ?? `add the file ${file}`;
    reader.problems.push(error("file/missing", asked.place ?? headOf(file), `There is no file ${file}`, { hint }));
    return undefined;
  }
  const hash = reader.host.sha256(bytes);
  reader.inputs.set(file, hash);
  return texts({ file, content: hash, size: bytes.length }, reader.problems, (problems) =>
    cleanText(file, bytes, problems),
  );
}

/** A file as something that is made of it depends on it, and how much of it is remembered with that. */
export interface Content {
  readonly file: string;
  /** Its text, or its hash. */
  readonly content: string;
  readonly size: number;
}

/** What was made of a file: what came of it, and the problems found in it. */
type Made<Thing> = (content: Content, problems: Problem[], make: (problems: Problem[]) => Thing) => Thing;

/** Of files of so many characters in all it is remembered what they hold: the briefs of some dozens of folders. */
const MOST_CHARACTERS = 1_000_000;

/**
 * What is made of files, once for all briefs that read the same under the same name; its problems are told each time.
 * Nothing but the file's name and content may go into it, and nobody may write into what comes of it.
 */
export function madeOfFiles<Thing>(): Made<Thing> {
  interface Found {
    readonly thing: Thing;
    readonly problems: readonly Problem[];
    readonly size: number;
  }
  const known = remembering<Found>(MOST_CHARACTERS, ({ size }) => size);
  return ({ file, content, size }, problems, make) => {
    const found = known(`${file}\n${content}`, () => {
      const own: Problem[] = [];
      return { thing: make(own), problems: own, size };
    });
    problems.push(...found.problems);
    return found.thing;
  };
}

const texts = madeOfFiles<string | undefined>();

function cleanText(file: string, bytes: Uint8Array, problems: Problem[]): string | undefined {
  if (bytes.length > LIMITS.bytes) {
    const arithmetic = `${bytes.length} bytes; at most ${LIMITS.bytes} are read`;
    problems.push(error("file/too-large", headOf(file), "This file is too large to be read", { arithmetic }));
    return undefined;
  }
  const text = decode(bytes);
  if (text === undefined) {
    problems.push(notUtf8(file, bytes));
    return undefined;
  }
  if (text.split("\n", LIMITS.lines + 1).length > LIMITS.lines) {
    const message = `This file has more lines than the ${LIMITS.lines} that are read`;
    problems.push(error("file/too-large", headOf(file), message));
    return undefined;
  }
  reportForbidden(text, placesIn(file, text), problems);
  return text;
}

function decode(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

function notUtf8(file: string, bytes: Uint8Array): Problem {
  let good = 0;
  let bad = bytes.length;
  while (good + 1 < bad) {
    const middle = Math.floor((good + bad) / 2);
    if (decode(bytes.subarray(0, middle), true) === undefined) bad = middle;
    else good = middle;
  }
  const before = decode(bytes.subarray(0, good), true) ?? "";
  const place = placesIn(file, before)(before.length);
  const message = "This file is not UTF-8 text: a byte here belongs to another encoding";
  return error("file/not-utf8", place, message, { hint: "save the file as UTF-8" });
}
