/** Whether one period lies after another that is written in the same way: 2022 and 2021, 2022-Q3 and 2022-Q1. */
export const isLater = (a: string, b: string): boolean => form(a) === form(b) && a > b;

/** Whether two periods may have a day in common; those that are written in two ways do where they share a year. */
export const mayMeet = (a: string, b: string): boolean =>
  form(a) === form(b) ? a === b : yearsOf(a).some((year) => yearsOf(b).includes(year));

/** How a period is written: 2022-Q3 as 2022-Q1, and not as 2022-H1. */
const form = (period: string): string => period.replace(/\d/g, "0");

/** The calendar years that a period lies in: of 2018/19, both. */
function yearsOf(period: string): readonly number[] {
  const [, first = "", last] = /^(\d{4})(?:\/(\d{2,4}))?/.exec(period) ?? [];
  return last === undefined ? [Number(first)] : [Number(first), Number(first.slice(0, 4 - last.length) + last)];
}

/** The one period of all these numbers; undefined where one has none, or they have several. */
export function commonPeriod(figures: readonly { readonly period?: string }[]): string | undefined {
  const [first, ...others] = new Set(figures.map(({ period }) => period));
  return others.length === 0 ? first : undefined;
}
