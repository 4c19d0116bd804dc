import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { expectedOf, resultOf, type Run } from "./case.ts";
import { edited } from "./input.ts";

describe("a case can fail", () => {
  const made: string[] = [];
  afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true })));

  const planted = (files: Readonly<Record<string, string>>): string => {
    const cases = mkdtempSync(join(tmpdir(), "footing-planted-"));
    made.push(cases);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cases, name)), { recursive: true });
      writeFileSync(join(cases, name), text);
    }
    return join(cases, "one");
  };

  const refused = {
    "one/input/data/a/brief.yaml": "title: A\n",
    "one/expected/exit": "1\n",
    "one/expected/problems.txt": "x\n",
  };
  const refuse: Run = async (_, terminal) => {
    terminal.stderr("x\n");
    return 1;
  };
  const writing =
    (file: string, text: string, exit: number): Run =>
    async (_, terminal) => {
      terminal.stderr(exit === 0 ? "" : "x\n");
      mkdirSync(dirname(join(terminal.cwd, file)), { recursive: true });
      writeFileSync(join(terminal.cwd, file), text);
      return exit;
    };
  const passes = async (one: string, planting: Run): Promise<boolean> => {
    const wanted = expectedOf(one);
    return JSON.stringify(await resultOf(one, wanted, planting)) === JSON.stringify(wanted);
  };

  it("by its exit code and by its problems", async () => {
    const one = planted(refused);
    expect(await passes(one, refuse)).toBe(true);
    expect(await passes(one, async (...given) => (await refuse(...given)) + 1)).toBe(false);
    expect(await passes(one, async () => 1)).toBe(false);
  });

  it.each(["out/a/index.html", "out/a/figures.json"])("by writing %s of a brief that has errors", async (file) => {
    expect(await passes(planted(refused), writing(file, "changed", 1))).toBe(false);
  });

  it("by a file that is missing or says something else", async () => {
    const one = planted({
      "one/input/data/a/brief.yaml": "",
      "one/expected/exit": "0",
      "one/expected/out/a/t.csv": "1\n",
    });
    expect(await passes(one, writing("out/a/t.csv", "1\n", 0))).toBe(true);
    expect(await passes(one, writing("out/a/t.csv", "2\n", 0))).toBe(false);
    expect(await passes(one, async () => 0)).toBe(false);
  });

  it("builds on another case, removes and edits, then hands over the arguments", async () => {
    const one = planted({
      "base/input/data/a/brief.yaml": "title: A\n",
      "base/input/data/a/b.yaml": "x",
      "one/input/base": "base\n",
      "one/input/remove": "data/a/b.yaml\n",
      "one/input/edits.yaml": "- { file: data/a/brief.yaml, from: A, to: B }\n",
      "one/input/args": "a --date 2023-06-20\n",
      "one/expected/exit": "0",
    });
    const seen: Run = async (argv, { cwd }) => {
      expect(argv).toEqual(["build", "a", "--date", "2023-06-20"]);
      expect(readdirSync(join(cwd, "data/a"))).toEqual(["brief.yaml"]);
      expect(readFileSync(join(cwd, "data/a/brief.yaml"), "utf8")).toBe("title: B\n");
      return 0;
    };
    expect(await passes(one, seen)).toBe(true);
  });

  it("when an edit finds its text nowhere, or twice", () => {
    const edit = { file: "f", from: "32", to: "23" };
    expect(edited("a 32 b", edit)).toBe("a 23 b");
    expect(() => edited("a b", edit)).toThrow("stands 0 times in f");
    expect(() => edited("32 32", edit)).toThrow("stands 2 times in f");
  });
});
