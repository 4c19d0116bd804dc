import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../pipeline/cli.ts";
import { edited, layInput } from "../case-runner/input.ts";

/** A family in a folder of its own, to be built and changed. */
export interface FamilyFolder {
  readonly folder: string;
  /** Runs Footing there and gives the exit code with all that it said. */
  footing(...argv: readonly string[]): Promise<{ readonly exit: number; readonly said: string }>;
  /** Replaces a text that stands in a file just once. */
  edit(file: string, from: string, to: string): void;
  /** What lies in a folder, hidden files too, by name. */
  list(path: string): readonly string[];
  text(path: string): string;
  remove(): void;
}

/** Lays the input of a case, or of the family of 300, into a folder of its own. */
export function openFamilyFolder(input: string): FamilyFolder {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "footing-family-")));
  layInput(input, folder);
  const text = (path: string): string => readFileSync(join(folder, path), "utf8");
  return {
    folder,
    text,
    async footing(...argv) {
      let said = "";
      const say = (more: string): void => void (said += more);
      const exit = await run(argv, { stdout: say, stderr: say, env: {}, cwd: folder, colour: false });
      return { exit, said };
    },
    edit: (file, from, to) => writeFileSync(join(folder, file), edited(text(file), { file, from, to })),
    list: (path) => readdirSync(join(folder, path)).toSorted(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
