import { expect, test } from "vitest";
import { readArguments } from "../../pipeline/read-arguments.ts";

test.each(["", "  ", "\u00A0\u200B", "…"])("an edition without a reason that can be read is refused: %j", (reason) => {
  const line = ["publish", "rail", "--kind", "revision", "--site", "site", "--reason", reason];
  expect(readArguments(line, "/")).toEqual({ wrong: 'say why it is published: --reason "…"' });
});

test.each(["build", "check", "why b", "diff a b", "merge a", "refresh", "regenerate", "publish b", "verify"])(
  "one alias with folders serves every command: %s",
  (line) => {
    const folders = "--data d --templates t --out o --cache c".split(" ");
    const more = /^(publish|verify)/.test(line) ? ["--site", "s", "--kind", "first", "--reason", "x"] : [];
    const own = line === "verify" ? more.slice(0, 2) : more;
    expect(readArguments([...line.split(" "), ...folders, ...own], "/")).toHaveProperty("work");
    expect(readArguments([...line.split(" "), ...folders, ...own, "--charts-at", "x"], "/")).toHaveProperty("wrong");
  },
);

test.each(["file:///x", "http://example.org", "https://example.org/a b", "https://example.org/(x)"])(
  "drawings of a proposal cannot be looked for at %s",
  (address) => {
    expect(readArguments(["regenerate", "--charts-at", address], "/")).toEqual({
      wrong: `--charts-at ${address} is no address: write https://…`,
    });
  },
);
