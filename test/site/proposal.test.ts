import { expect, test } from "vitest";
import { proposalOf, type Proposal } from "../../pipeline/editions/proposal.ts";
import type { Ledger, LedgerEntry } from "../../pipeline/model/figure.ts";

/** A proposal of more than GitHub takes as the body of a pull request is cut, on whole lines, and says so. */

const LIMIT = 65_536;

/** A ledger of so many figures, each of which is another by `by`, and prints a word. */
function ledger(edition: string, count: number, by: number, word: string): Ledger {
  const figures = Array.from({ length: count }, (_, i): [string, LedgerEntry] => {
    const value = String(i + by);
    const shown = [{ text: word, kind: "word", where: `introduction-${i + 1}` }] as const;
    const id = `trade.${"long".repeat(8)}.row_${i + 1}`;
    const facts = { value, exact: value, interval: [value, value], closed: "[]", bound: "exact" } as const;
    return [id, { ...facts, unit: "%", from: [], place: "a.yaml:1:1", source: [], shown }];
  });
  const coverage = { data: count, derived: 0, literature: 0, untraced: 0 };
  return { schema: 1, brief: "rail", edition, figures: Object.fromEntries(figures), coverage };
}

function proposed(count: number, word = "fell", more: readonly string[] = []): Proposal {
  const old = ledger("2026-03-01", count, 0, "rose");
  const checks = ["rail: built, proved", ...more];
  const proposal = proposalOf({
    old,
    now: ledger("2026-04-01", count, 1, word),
    charts: [{ chart: "shift", old: "<svg/>", new: "<svg />" }],
    checks,
  });
  if (proposal === undefined) throw new Error("nothing is proposed");
  return proposal;
}

const linesOf = (text: string): readonly string[] => text.split("\n");
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
const FLIP = /^“rose” became /gm;
const ROW = /^\| `trade/gm;

test("what fits is whole", () => {
  const { body, whole } = proposed(20);
  expect(body).toBe(whole);
  expect(body).not.toContain("Left out here");
  expect([count(body, FLIP), count(body, ROW)]).toEqual([20, 20]);
});

test.each([400, 700, 3000])(
  "of %i figures that moved, what does not fit is left out by whole lines and counted",
  (all) => {
    const { body, whole } = proposed(all);
    expect(whole.length).toBeGreaterThan(LIMIT);
    expect(new TextEncoder().encode(body.replaceAll("\n", "\r\n")).length).toBeLessThan(LIMIT - 5000);
    // It is worth its length.
    expect(body.length).toBeGreaterThan(LIMIT * 0.6);
    expect(linesOf(body)[0]).toMatch(/^“rose” became “fell” \(trade\./);
    expect(body).toContain(`${all} of ${all} figures moved`);
    expect(body).toContain("| ![shift, before](charts/shift.before.svg) | ![shift, now](charts/shift.now.svg) |");
    expect(body).toContain("- rail: built, proved");
    const known = new Set(linesOf(whole));
    const own = linesOf(body).filter((line) => !known.has(line));
    expect(own.filter((line) => !line.startsWith("… and ")).join("\n")).toMatch(
      /^\*\*Left out here: .*\*\* The whole is out\/proposal\/rail\/changes\.md; .*artifact proposal-rail\.$/,
    );
    const leftOut = (what: RegExp): number => Number(what.exec(linesOf(body).at(-2) ?? "")?.[1] ?? 0);
    expect(count(body, FLIP) + leftOut(/(\d+) flipped words?/)).toBe(all);
    expect(count(body, ROW) + leftOut(/(\d+) figures?/)).toBe(all);
  },
);

test("letters of many bytes and a hundred long warnings leave the figures their room", () => {
  const warnings = Array.from({ length: 100 }, (_, i) => `warning \`x/y\` at a.yaml:${i}:1: ${"نص طويل ".repeat(90)}`);
  const { body } = proposed(500, "انخفض", warnings);
  expect(new TextEncoder().encode(body).length).toBeLessThan(LIMIT);
  expect(body).toContain("- rail: built, proved");
  expect(body).toMatch(/… and \d+ checks more/);
  expect(count(body, ROW)).toBeGreaterThan(50);
});

test("a title is short enough for one, even where a word is a sentence", () => {
  expect(proposed(3).title).toContain("“rose” became “fell”");
  expect(proposed(3, "fell, ".repeat(60)).title).toBe("rail: 3 figures moved\n");
});

test("drawings stand beside the whole; the body shows them from where it is read", () => {
  const [old, now] = [ledger("2026-03-01", 1, 0, "rose"), ledger("2026-04-01", 1, 1, "fell")];
  const charts = [
    { chart: "shift", old: "<svg>1</svg>", new: "<svg>2</svg>" },
    { chart: "gone", old: "<svg>3</svg>", new: undefined },
    { chart: "come", old: undefined, new: "<svg>4</svg>" },
  ];
  const proposal = proposalOf({ old, now, charts, checks: [], chartsAt: "https://example.org/x/" });
  expect([...(proposal?.drawings ?? [])]).toEqual([
    ["charts/shift.before.svg", "<svg>1</svg>"],
    ["charts/shift.now.svg", "<svg>2</svg>"],
    ["charts/gone.before.svg", "<svg>3</svg>"],
    ["charts/come.now.svg", "<svg>4</svg>"],
  ]);
  const rows = (text = ""): readonly string[] => linesOf(text).filter((line) => line.includes(".svg"));
  expect(rows(proposal?.body)).toEqual([
    "| `shift` | ![shift, before](https://example.org/x/charts/shift.before.svg) | ![shift, now](https://example.org/x/charts/shift.now.svg) |",
    "| `gone` | ![gone, before](https://example.org/x/charts/gone.before.svg) |  |",
    "| `come` |  | ![come, now](https://example.org/x/charts/come.now.svg) |",
  ]);
  expect(rows(proposal?.whole)[0]).toBe(
    "| `shift` | ![shift, before](charts/shift.before.svg) | ![shift, now](charts/shift.now.svg) |",
  );
});

test("numbers that are more precise and print so are proposed; those that print as before are not", () => {
  const precise = (exact: string, interval: readonly [string, string], text: string): Ledger => {
    const whole = ledger("2026-03-01", 1, 0, "rose");
    const [[id, entry] = []] = Object.entries(whole.figures);
    if (id === undefined || entry === undefined) throw new Error("no figure");
    const shown = [{ text, kind: "number", where: "table-a" }] as const;
    return { ...whole, figures: { [id]: { ...entry, value: exact, exact, interval, shown } } };
  };
  const old = precise("13", ["12", "14"], "13");
  const proposedOf = (now: Ledger): Proposal | undefined => proposalOf({ old, now, charts: [], checks: [] });
  expect(proposedOf(precise("27/2", ["13", "14"], "13.5"))?.title).toBe("rail: 1 figure more precise\n");
  expect(proposedOf(precise("13", ["25/2", "27/2"], "13"))).toBeUndefined();
});
