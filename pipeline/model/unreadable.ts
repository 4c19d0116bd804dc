import type { Problem } from "./problem.ts";

/** Why the lists of a site cannot be made: a record, or the house style, cannot be read. */
export class UnreadableSite extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super("the records or the house style cannot be read");
    this.problems = problems;
  }
}
