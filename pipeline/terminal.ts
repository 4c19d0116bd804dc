/** The world around the program: where it prints, and what it may know. */
export interface Terminal {
  stdout(text: string): void;
  stderr(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The folder of what is kept between builds; without it, everything is made anew. */
  readonly cache?: string;
  /** Whether standard error is a terminal that shows colour. */
  readonly colour: boolean;
  /** Whether standard error is a terminal, on which a line may be painted over. */
  readonly interactive?: boolean;
  /** What ends work that would go on until the program is stopped; only such work asks for it. */
  readonly until?: () => AbortSignal;
}

/** What a run comes to: done, problems in what the author gave, wrong usage, a fetch failed, figures moved, our bug. */
export const EXIT = { done: 0, problems: 1, usage: 2, fetch: 3, moved: 10, bug: 70 } as const;

/** Says what is wrong with the command line. */
export function wrongUsage(message: string, terminal: Terminal): number {
  terminal.stderr(`footing: ${message}\nfooting --help lists commands and options\n`);
  return EXIT.usage;
}
