import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { figureText } from "../../pipeline/compose/figure-text.ts";
import type { Figure } from "../../pipeline/model/figure.ts";
import { point } from "../../pipeline/model/interval.ts";
import type { Language } from "../../pipeline/model/language.ts";

function place(n: number, tag: "en" | "de"): string {
  const file = parse(readFileSync(`templates/house/languages/${tag}.yaml`, "utf8")) as Omit<Language, "tag">;
  const language = { ...file, tag };
  const value = { n: BigInt(n), d: 1n };
  const figure = { value, interval: point(value), unit: { kind: "rank" } } as unknown as Figure;
  return figureText(figure, language, { ordinal: true });
}

test("a place beyond the language's words is told in digits with its ending", () => {
  const english = [1, 20, 21, 22, 23, 24, 101, 111, 112, 113, 203, 1011, 2001].map((n) => place(n, "en"));
  expect(english.join(" ")).toBe("first twentieth 21st 22nd 23rd 24th 101st 111th 112th 113th 203rd 1,011th 2,001st");
  expect([3, 21, 112].map((n) => place(n, "de"))).toEqual(["dritte", "21.", "112."]);
});
