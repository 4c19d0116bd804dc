/** What tells how far a long run has come. */
export interface Progress {
  /** One more is done. */
  step(): void;
  end(): void;
}

interface Screen {
  readonly terminal: {
    stderr(text: string): void;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly interactive?: boolean;
  };
  readonly quiet: boolean;
}

/** Fewer than these are done before anybody would look. */
const FEWEST = 8;
/** Milliseconds between two lines in the log of a machine, and between two pictures of the bar on a screen. */
const PAUSE = { line: 10_000, bar: 100 };
const WIDE = 24;

/**
 * Tells on standard error how many of so many are done, how many a second, and how long the rest will take: a bar on a
 * terminal, elsewhere a line each ten seconds. Nothing that is written depends on it.
 */
export function openProgress(count: number, { terminal, quiet }: Screen): Progress {
  if (quiet || count < FEWEST) return { step: () => undefined, end: () => undefined };
  const bar = terminal.interactive === true && terminal.env["CI"] === undefined;
  const pause = bar ? PAUSE.bar : PAUSE.line;
  const start = performance.now();
  let done = 0;
  let last = start;
  const show = (): void => {
    const words = wordsOf(done, count, (performance.now() - start) / 1000);
    const full = Math.round((WIDE * done) / count);
    terminal.stderr(bar ? `\r[${"#".repeat(full)}${"-".repeat(WIDE - full)}] ${words}\u001b[K` : `${words}\n`);
  };
  return {
    step: () => {
      done += 1;
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      show();
    },
    end: () => {
      if (bar) terminal.stderr("\r\u001b[K");
    },
  };
}

/** How far a run has come, as `120 of 300, 14.2 a second, 13 s left`. */
export function wordsOf(done: number, count: number, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? Math.ceil((count - done) / rate) : 0;
  const time = left < 60 ? `${left} s` : `${Math.floor(left / 60)} min ${left % 60} s`;
  return `${done} of ${count}, ${rate.toFixed(1)} a second, ${time} left`;
}
