import type { Problem } from "../model/problem.ts";

/** Problems of formulas: those that a formula has in many rows are told once, with the number of rows. */
export interface Collection {
  readonly add: (problem: Problem) => void;
  readonly all: () => readonly Problem[];
}

export function collection(): Collection {
  const found = new Map<string, { readonly problem: Problem; readonly more: number }>();
  return {
    add: (problem) => {
      const { file, line, column, length } = problem.place;
      const key = JSON.stringify([problem.code, file, line, column, length]);
      const before = found.get(key);
      if (!before) found.set(key, { problem, more: 0 });
      // The same words again are of no row in particular.
      else if (before.problem.message !== problem.message) found.set(key, { ...before, more: before.more + 1 });
    },
    all: () => [...found.values()].map(({ problem, more }) => told(problem, more)),
  };
}

function told(problem: Problem, more: number): Problem {
  if (more === 0) return problem;
  return { ...problem, message: `${problem.message}; so it is in ${more} more ${more === 1 ? "row" : "rows"}` };
}
