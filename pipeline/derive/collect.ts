import type { Problem } from "../model/problem.ts";

/** Problems of formulas: those that a formula has in every row are told once, with the number of rows. */
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
      found.set(key, before ? { problem: before.problem, more: before.more + 1 } : { problem, more: 0 });
    },
    all: () => [...found.values()].map(({ problem, more }) => told(problem, more)),
  };
}

function told(problem: Problem, more: number): Problem {
  if (more === 0) return problem;
  return { ...problem, message: `${problem.message}; so it is in ${more} more ${more === 1 ? "row" : "rows"}` };
}
