/** What is done in the long way where the short one might go wrong. */
export type SlowPath = "text shaped by fontkit" | "chart drawn by svg-to-pdfkit";

const counts = new Map<SlowPath, number>();

/** Notes that something went the long way. */
export function slowly(path: SlowPath): void {
  counts.set(path, (counts.get(path) ?? 0) + 1);
}

/** How often each long way was gone since the process began. */
export const slowPaths = (): ReadonlyMap<SlowPath, number> => new Map(counts);
