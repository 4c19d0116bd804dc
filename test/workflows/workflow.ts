import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** A step as a workflow file has it. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly "continue-on-error"?: boolean;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

/** What a workflow file says, as far as tests look at it. */
export interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string };
  readonly defaults?: { readonly run: { readonly shell: string } };
  readonly jobs: Readonly<Record<string, Job>>;
}

export const folder = join(import.meta.dirname, "..", "..", ".github", "workflows");

/** Reads a workflow by its name. */
export const workflow = (name: string): Workflow =>
  parse(readFileSync(join(folder, `${name}.yml`), "utf8")) as Workflow;

/** What an expression of a workflow comes to; one that is not known is a mistake of the test. */
export type Lookup = (expression: string) => string;

/** A text of a workflow with its expressions worked out. */
export const filled = (text: string, lookup: Lookup): string =>
  text.replaceAll(/\$\{\{ *(.*?) *\}\}/g, (_, expression: string) => lookup(expression));

/** Whether the condition of a step holds: `a == 'b'`, joined by `&&`, or `failure()`; without one, all before went well. */
export function holds(condition: string | undefined, lookup: Lookup, failed: boolean): boolean {
  if (condition === "failure()") return failed;
  if (failed) return false;
  return (condition?.split("&&") ?? []).every((term) => {
    const [, name = "", value] = /^ *(\S+) == '(.*)' *$/.exec(term) ?? [];
    if (value === undefined) throw new Error(`the test cannot read ${term}`);
    return lookup(name) === value;
  });
}
