import { expect, test } from "vitest";
import { readArguments } from "../../pipeline/read-arguments.ts";

test.each(["", "  ", "\u00A0\u200B", "…"])("an edition without a reason that can be read is refused: %j", (reason) => {
  const line = ["publish", "rail", "--kind", "revision", "--site", "site", "--reason", reason];
  expect(readArguments(line, "/")).toEqual({ wrong: 'say why it is published: --reason "…"' });
});

test.each(["file:///x", "http://example.org", "https://example.org/a b", "https://example.org/(x)"])(
  "drawings of a proposal cannot be looked for at %s",
  (address) => {
    expect(readArguments(["regenerate", "--charts-at", address], "/")).toEqual({
      wrong: `--charts-at ${address} is no address: write https://…`,
    });
  },
);
