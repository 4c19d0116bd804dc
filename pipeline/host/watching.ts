import { basename } from "node:path";

/** What tells that something in some folders has changed. */
export interface Changes {
  /** Waits for a change since the last was told; false when the watching ends. */
  next(): Promise<boolean>;
  /** Why the machine cannot watch, where it cannot: it has a limit, or has none for this kind of disk. */
  trouble(): string | undefined;
  end(): Promise<void>;
}

/** So many milliseconds pass without a change until one is told: editors write a file in several steps. */
const PAUSE = 20;

const isHidden = (path: string): boolean => basename(path).startsWith(".");

/** Watches folders, and all in them but hidden files, until a signal. */
export async function watching(folders: readonly string[], until: AbortSignal | undefined): Promise<Changes> {
  const { watch } = await import("chokidar");
  const watcher = watch([...folders], {
    ignoreInitial: true,
    // A file that is replaced has changed when it is there, not a tenth of a second later.
    atomic: false,
    // Files that programs put beside those that they write.
    ignored: (path) => !folders.includes(path) && isHidden(path),
  });
  let changed = false;
  let tell: ((is: boolean) => void) | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    if (!changed || tell === undefined) return;
    changed = false;
    tell(true);
    tell = undefined;
  };
  const heard = (): void => {
    changed = true;
    clearTimeout(pause);
    pause = setTimeout(settle, PAUSE);
  };
  watcher.on("all", heard);
  // What the machine says by itself: chokidar passes over a second change within a twentieth of a second.
  watcher.on("raw", (_, path) => {
    if (!isHidden(path)) heard();
  });
  const stopped = (): void => tell?.(false);
  until?.addEventListener("abort", stopped);
  let trouble: string | undefined;
  await new Promise<void>((resolve) => {
    watcher.once("ready", resolve);
    watcher.on("error", (cause) => {
      trouble = cause instanceof Error ? cause.message : String(cause);
      stopped();
      resolve();
    });
  });
  return {
    trouble: () => trouble,
    next: () =>
      new Promise((resolve) => {
        tell = resolve;
        if (until?.aborted || trouble !== undefined) stopped();
        else if (changed) pause = setTimeout(settle, PAUSE);
      }),
    end: async () => {
      clearTimeout(pause);
      until?.removeEventListener("abort", stopped);
      await watcher.close();
    },
  };
}
