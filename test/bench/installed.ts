import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TYPST = "@myriaddreamin/typst-ts-node-compiler";
const VERSION = "0.7.0";

/** Typst in a folder of its own, installed there if it is not yet: only the bench needs it. */
export function installedTypst(folder: string): { readonly modules: string; readonly version: string } {
  mkdirSync(folder, { recursive: true });
  if (versionIn(folder, TYPST) !== VERSION) {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
    const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--save-exact", `${TYPST}@${VERSION}`];
    const { status, stderr } = spawnSync("npm", args, {
      cwd: folder,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new Error(`npm cannot install ${TYPST}:\n${stderr}`);
  }
  return { modules: folder, version: `${TYPST} ${VERSION}` };
}

/** The version of a package as it is installed in a folder. */
export function versionIn(folder: string, name: string): string | undefined {
  const file = join(folder, "node_modules", name, "package.json");
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}
