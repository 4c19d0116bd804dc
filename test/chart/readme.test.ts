import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../pipeline/cli.ts";

const root = join(import.meta.dirname, "..", "..");

test("the chart of the README is drawn as it stands there, with nothing to say", async () => {
  const [, section = ""] = readFileSync(join(root, "README.md"), "utf8").split("\n## Charts\n");
  const [, spec = "", words = ""] = /```json\n(.*?)```.*?```yaml\n(.*?)```/su.exec(section) ?? [];
  const folder = mkdtempSync(join(tmpdir(), "footing-readme-"));
  try {
    cpSync(join(root, "test", "cases", "small", "input"), folder, { recursive: true });
    cpSync(join(root, "templates", "house"), join(folder, "templates", "house"), { recursive: true });
    const charts = join(folder, "templates", "rail", "charts");
    writeFileSync(join(charts, "shift.vl.json"), spec);
    writeFileSync(join(charts, "shift.yaml"), words);
    let said = "";
    const terminal = { stdout: () => undefined, stderr: (text: string) => (said += text) };
    const exit = await run(["build"], { ...terminal, env: {}, cwd: folder, colour: false });
    expect([exit, said]).toEqual([0, ""]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
