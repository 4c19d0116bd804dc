import type { EditionKind } from "./edition.ts";
import type { Problem } from "./problem.ts";

/** What a stage gives back: the wider value unless an error stands in its way, and all problems that it found. */
export interface Outcome<Value> {
  readonly value?: Value;
  readonly problems: readonly Problem[];
}

/** A function from one brief to the next. */
export type Stage<From, To> = (brief: From, host: Host) => Outcome<To> | Promise<Outcome<To>>;

/** Texts kept between builds. */
export interface Cache {
  /** What was kept under these inputs by this very tool; undefined where nothing sound was. */
  read(inputs: string): string | undefined;
  /** The same of what was kept as bytes. */
  readBytes(inputs: string): Uint8Array | undefined;
  /** Marks what was kept under these inputs as used; false where nothing was. */
  use(inputs: string): boolean;
  /** Keeps a text or bytes under all that went into it. */
  write(inputs: string, kept: string | Uint8Array): void;
}

/** A typeface that is to be cut to some characters: its whole file, and what the cutter is told. */
export interface FaceCut {
  readonly file: Uint8Array;
  readonly characters: string;
  readonly options: {
    readonly targetFormat: "woff2";
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
  };
}

/** All that a stage may ask of the machine. Paths are logical: `data/…` and `templates/…`, with forward slashes. */
export interface Host {
  /** The bytes of a file, or undefined when there is none, or it is no plain file inside the folder. */
  read(file: string): Uint8Array | undefined;
  /** The names in a folder, in code unit order, or undefined when there is no such folder. */
  list(folder: string): readonly string[] | undefined;
  /** The bytes of a file of an installed package, as `@expo-google-fonts/source-sans-3/400Regular/….ttf`. */
  packageFile(path: string): Uint8Array;
  /** SHA-256 as lower-case hexadecimal. */
  sha256(bytes: Uint8Array): string;
  /** SHA-256 as base64, as a Content-Security-Policy writes it. */
  sha256Base64(bytes: Uint8Array): string;
  /** Bytes compressed by zlib at its usual level, RFC 1950; without it, whoever wants that does it. */
  readonly deflate?: (content: string | Uint8Array) => Uint8Array;
  /** The day that the command line names with --date, `YYYY-MM-DD`. */
  readonly dateFlag?: string;
  /** The day of SOURCE_DATE_EPOCH, `YYYY-MM-DD`, in UTC. */
  readonly dateFromEpoch?: string;
  /** The day of the run that the command line names with --today, `YYYY-MM-DD`; nothing printed depends on it. */
  readonly today?: string;
  /** The day of a proposal: a brief that declares no edition after its last one is a draft of a revision, of this day. */
  readonly proposedOn?: string;
  /** Where an edition is to be published: as what, and why. Without it, a draft is made. */
  readonly publishing?: { readonly kind: EditionKind; readonly reason: string };
  /** Without it, everything is made anew. */
  readonly cache?: Cache;
  /** Cuts a typeface while the program does something else; without it, the program does that too. */
  readonly cutAside?: (cut: FaceCut) => Promise<Uint8Array>;
  /** Puts these files, and no others, into out/NAME, all together or not at all. */
  replaceOutput(name: string, files: ReadonlyMap<string, Uint8Array>): void;
}
