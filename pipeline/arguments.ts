import type { Shard } from "./shard.ts";
import type { EditionKind } from "./model/edition.ts";

/** Where the briefs are, and what day they are built for. */
export interface Inputs {
  readonly data: string;
  readonly templates: string;
  readonly out: string;
  readonly date?: string;
  /** The day of the run, `YYYY-MM-DD`, where the command line names it: refresh notes it, and what is overdue is held against it. */
  readonly today?: string;
  readonly json: boolean;
  /** Whether what was kept from earlier builds may be used, and what is made be kept. */
  readonly cache: boolean;
  /** The folder of what is kept, where the command line names another than Footing's own. */
  readonly cacheFolder?: string;
}

/** `build` and `check`. */
export interface BuildArguments extends Inputs {
  readonly verb: "build" | "check";
  readonly briefs: readonly string[];
  readonly strict: boolean;
  readonly prove: boolean;
  readonly exempt: boolean;
  /** How many workers make them; without it, as many as pay. */
  readonly jobs?: number;
  /** The time that one brief may take; without it, two minutes. */
  readonly seconds?: number;
  /** The memory that one brief may take, in megabytes. */
  readonly megabytes?: number;
  /** Which piece of the work this is, of how many, where several machines share it. */
  readonly shard?: Shard;
  /** Whether nothing is said of how far the work has come. */
  readonly quiet: boolean;
  /** Whether it is told what each stage took. */
  readonly timings: boolean;
  /** Whether it is done again whenever a file of data or templates changes. */
  readonly watch: boolean;
}

/** `why`: the lineage of one figure. */
export interface WhyArguments extends Inputs {
  readonly verb: "why";
  readonly brief: string;
  /** Left out by an author who does not know what ids look like. */
  readonly figure?: string;
}

/** `diff`: two ledgers, each a figures.json or a folder that holds one. */
export interface DiffArguments {
  readonly verb: "diff";
  readonly old: string;
  readonly new: string;
  readonly form: "text" | "markdown" | "json";
}

/** `refresh`: the upstream data of briefs; `regenerate`: all that a schedule does. */
export interface RefreshArguments extends Inputs {
  readonly verb: "refresh" | "regenerate";
  readonly briefs: readonly string[];
  /** The address under which a proposal's drawings will be found, where its body is read elsewhere than beside them. */
  readonly chartsAt?: string;
}

/** `publish`: a brief as an edition. */
export interface PublishArguments extends Inputs {
  readonly verb: "publish";
  readonly brief: string;
  readonly site: string;
  readonly kind: EditionKind;
  readonly reason: string;
}

/** `verify`, and `publish --rebuild-lists`: a site as a whole. */
export interface VerifyArguments extends Inputs {
  readonly verb: "verify" | "rebuild-lists";
  readonly site: string;
}

/** `merge`: the pieces of a build that several machines shared, as one. */
export interface MergeArguments extends Inputs {
  readonly verb: "merge";
  readonly pieces: readonly string[];
}

/** A command line, read. */
export type Arguments =
  | PublishArguments
  | VerifyArguments
  | MergeArguments
  | BuildArguments
  | WhyArguments
  | DiffArguments
  | RefreshArguments;

/** What a command line asks for: work, or a text to print; a wrong one is a message. */
export type Asked = { readonly work: Arguments } | { readonly print: "help" | "version" } | { readonly wrong: string };
