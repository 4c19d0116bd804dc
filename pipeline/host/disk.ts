/** What the machine refused, and where. */
export interface DiskFailure {
  readonly path: string;
  /** "the disk is full" */
  readonly why: string;
}

/** What a machine answers when it cannot write or read, by its names for it (POSIX.1-2017, errno.h). */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "the file is too large for the disk",
  EACCES: "access there is not allowed",
  EPERM: "access there is not allowed",
  EROFS: "the disk can only be read",
  ENOTDIR: "part of the path is a file, not a folder",
  EEXIST: "something else stands there",
  EISDIR: "a folder stands there",
  EIO: "the disk failed",
  EBUSY: "something else is using it",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long for the disk",
};

/** What went wrong on the disk, where that is what an exception is of. */
export function diskFailure(cause: unknown): DiskFailure | undefined {
  if (!(cause instanceof Error) || !("code" in cause) || !("syscall" in cause)) return undefined;
  const why = REASONS[String(cause.code)];
  const path = "path" in cause ? String(cause.path) : "";
  return why === undefined ? undefined : { path, why };
}

/** Runs work on one file, and has whatever the disk refuses of it name that file: a full disk does not. */
export function onFile(path: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    if (cause instanceof Error && !("path" in cause)) Object.assign(cause, { path });
    throw cause;
  }
}
