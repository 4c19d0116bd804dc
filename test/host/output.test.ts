import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recover, refusal, replaceFolder } from "../../pipeline/host/output.ts";

let out: string;
beforeEach(() => {
  out = realpathSync(mkdtempSync(join(tmpdir(), "footing-out-")));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const files = (text: string): ReadonlyMap<string, Uint8Array> =>
  new Map(["manifest.json", "charts/a.svg"].map((path) => [path, new TextEncoder().encode(text)]));
const read = (path: string): string => readFileSync(join(out, path), "utf8");
const lay = (path: string, text: string): void => {
  mkdirSync(join(out, path, ".."), { recursive: true });
  writeFileSync(join(out, path), text);
};

describe("writing a brief's folder", () => {
  test("puts all files in, and takes out what was there before", () => {
    replaceFolder(out, "b", files("one"), { isFlushed: false });
    lay("b/stale.txt", "stale");
    replaceFolder(out, "b", files("two"), { isFlushed: false });
    expect(readdirSync(join(out, "b"), { recursive: true, encoding: "utf8" }).toSorted()).toEqual([
      "charts",
      "charts/a.svg",
      "manifest.json",
    ]);
    expect(read("b/charts/a.svg")).toBe("two");
    expect(readdirSync(out)).toEqual(["b"]);
  });

  test("a build killed before the swap leaves the old files, one killed within it is undone", () => {
    replaceFolder(out, "b", files("one"), { isFlushed: false });
    lay(".b.footing-new/manifest.json", "half");
    recover(out);
    expect(read("b/manifest.json")).toBe("one");
    lay(".c.footing-old/manifest.json", "old");
    recover(out);
    expect(read("c/manifest.json")).toBe("old");
    expect(readdirSync(out).toSorted()).toEqual(["b", "c"]);
  });

  test("a build killed after the swap is finished", () => {
    replaceFolder(out, "b", files("two"), { isFlushed: false });
    lay(".b.footing-old/manifest.json", "one");
    recover(out);
    expect(read("b/manifest.json")).toBe("two");
    expect(existsSync(join(out, ".b.footing-old"))).toBe(false);
  });

  test("folders that Footing did not write are left alone", () => {
    lay(".draft.new/f", "mine");
    lay("b/notes.txt", "mine");
    recover(out);
    expect(read(".draft.new/f")).toBe("mine");
    expect(refusal(out, "b")).toContain("was not written by Footing");
    expect(refusal(out, "c")).toBeUndefined();
    expect(refusal(join(out, "b", "notes.txt"), "c")).toContain("is a file");
  });
});
