import type { Problem } from "../../pipeline/model/problem.ts";
import { count, million, number, problemsOf, shareOf, type Sketch } from "./fixture.ts";

/** Two rows of shares and money, and single figures of each unit. */
export const BASE: Sketch = {
  figures: {
    total: number("91", million),
    later: number("147", million),
    billions: number("2", { kind: "amount", currency: "CNY", scale: "billion" }),
    dollars: number("3", { kind: "amount", currency: "USD", scale: "million" }),
    students: number("500", count("students")),
    schools: number("5", count("schools")),
    things: number("7", count()),
    factor: number("1.5", { kind: "ratio" }),
    part: number("30", shareOf("d.total")),
    more: number("20", shareOf("d.total")),
    other: number("18", shareOf("papers with partners")),
    rise: number("5", { kind: "change" }),
    fall: number("-3", { kind: "change" }),
    gap: number("4", { kind: "points" }),
    place: number("1", { kind: "rank" }),
    maybe: number("0", million),
    debt: number("-5", million),
    euros: number("20", { kind: "amount", currency: "EUR", scale: "million" }),
    pounds: number("10", { kind: "amount", currency: "GBP", scale: "million" }),
    usd: { ...number("1.18", { kind: "rate", currency: "USD", per: "EUR" }), period: "2021-06-30" },
    undated_gbp: number("1.16", { kind: "rate", currency: "EUR", per: "GBP" }),
    vague: { ...number("1.16", { kind: "rate", currency: "EUR", per: "GBP" }), period: "the average" },
  },
  columns: {
    label: "text",
    share: shareOf("d.total"),
    money: million,
    rank: { kind: "rank" },
    growth: { kind: "change" },
  },
  rows: {
    north: { share: "40", money: "0", rank: "2", growth: "3" },
    south: { share: "60", money: "10", rank: "1", growth: "5" },
  },
  lists: { themes: ["coasts", "cold regions"] },
};

export const once = (formula: string, quotes = 0): Readonly<Record<string, Sketch>> => ({
  d: { ...BASE, quotes, once: { x: formula } },
});
export const each = (formula: string): Readonly<Record<string, Sketch>> => ({ d: { ...BASE, each: { x: formula } } });

/** `formula/syntax 30:12+3`: code, line, column and length. */
export const brief = ({ code, place }: Problem): string => `${code} ${place.line}:${place.column}+${place.length ?? 0}`;
export const codes = async (sketches: Readonly<Record<string, Sketch>>): Promise<readonly string[]> =>
  (await problemsOf(sketches)).map(brief);
