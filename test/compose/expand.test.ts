import Handlebars from "handlebars";
import { expect, test, vi } from "vitest";
import { expand, type Helpers } from "../../pipeline/compose/expand.ts";
import type { Names } from "../../pipeline/compose/names.ts";
import { fileOrigin, writtenOrigin } from "../../pipeline/compose/origin.ts";

const names = (of: object): Names => of as Names;
const leaf = (id: string): object => ({ leaf: "figure", id });
const show = (value: unknown): string => (value as { readonly id: string }).id;
const helpers = (inline: Helpers["inline"] = { show }): Helpers => ({ inline, block: {} });
const textOf = (template: string, of: object, own = helpers()): string | undefined =>
  expand(fileOrigin("prose.md.hbs", template), own, names(of)).expanded?.text;

test("a template is compiled once, whatever its helpers do and its names lead to", () => {
  const { JavaScriptCompiler } = Handlebars as unknown as {
    readonly JavaScriptCompiler: { readonly prototype: { compile(): unknown } };
  };
  const compile = vi.spyOn(JavaScriptCompiler.prototype, "compile");
  const template = "once: {{show d.a}}";
  expect(textOf(template, { d: { a: leaf("one") } })).toBe("once: one");
  const times = compile.mock.calls.length;
  expect(times).toBeGreaterThan(0);
  expect(textOf(template, { d: { a: leaf("two") } })).toBe("once: two");
  expect(textOf(template, { d: { a: leaf("two") } }, helpers({ show: () => "other" }))).toBe("once: other");
  expect(compile.mock.calls).toHaveLength(times);
});

test("a bare name in a loop is the dataset's where there is one, and else the row's", () => {
  const template = "{{#each d.rows}}{{show x}} {{/each}}";
  const d = { rows: [{ x: leaf("row") }] };
  const loops: Helpers = { inline: { show }, block: {} };
  expect(textOf(template, { d }, loops)).toBe("row ");
  expect(textOf(template, { d, x: leaf("dataset") }, loops)).toBe("dataset ");
  expect(textOf(template, { d }, loops)).toBe("row ");
});

test("a helper that one brief has and another has not", () => {
  const template = "{{show d.a}}{{more d.a}}";
  const d = { a: leaf("a") };
  expect(textOf(template, { d }, helpers({ show, more: show }))).toBe("aa");
  expect(textOf(template, { d })).toBeUndefined();
});

test("a template that stands within itself keeps its own helpers", () => {
  const template = "<{{inner d.a}}{{show d.a}}>";
  const d = { a: leaf("a") };
  const plain = helpers({ show: () => "inside", inner: () => "" });
  const outer = helpers({ show: () => "outside", inner: () => textOf(template, { d }, plain) ?? "" });
  expect(textOf(template, { d }, outer)).toBe("<<inside>outside>");
});

test("the same text that cannot be read is told where each stands", () => {
  const text = "{{show d.a";
  const at = (line: number): unknown =>
    expand(
      writtenOrigin({ text, place: { file: "a.yaml", line, column: 7, length: text.length } }),
      helpers(),
      names({ d: {} }),
    ).problems.map(({ place }) => place.line);
  expect([at(3), at(9), at(3)]).toEqual([[3], [9], [3]]);
});
