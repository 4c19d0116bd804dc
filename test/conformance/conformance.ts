import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { run } from "../../pipeline/cli.ts";
import { doc } from "../render/pdf/fixture.ts";
import { printed } from "../render/pdf/printed.ts";
import { randomDoc } from "../render/pdf/random-doc.ts";
import { argumentsOf, layInput, verbOf } from "../case-runner/input.ts";

// Holds every PDF that Footing makes against PDF/UA-1 and PDF/A-3a by veraPDF: npm run conformance.
// It builds the sample and each case that builds, and needs Java and Maven, which fetches veraPDF once.

const FLAVOURS = ["ua1", "3a"];
const HARSH = 12;
const root = join(import.meta.dirname, "..", "..");
const cases = join(root, "test", "cases");
const jars = join(root, "node_modules", ".cache", "verapdf");

/** Runs a program; what it printed, or the reason why it could not be run. */
function ran(program: string, args: readonly string[], cwd = root): string {
  const { stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 1e9 });
  if (error !== undefined) throw new Error(`${program} could not be run: ${error.message}`);
  return `${stdout}${stderr}`;
}

function fetchJudge(): void {
  if (existsSync(jars)) return;
  const pom = join(import.meta.dirname, "pom.xml");
  const said = ran("mvn", ["-q", "-B", "-f", pom, "dependency:copy-dependencies", `-DoutputDirectory=${jars}`]);
  if (!existsSync(jars)) throw new Error(`Maven did not fetch veraPDF:\n${said}`);
}

const builds = (name: string): boolean =>
  verbOf(join(cases, name)) === "build" && readFileSync(join(cases, name, "expected", "exit"), "utf8").trim() === "0";

/** Prints documents that are made for tests: one of everything, with a table of contents, and some harsh ones. */
async function testPdfs(into: string): Promise<void> {
  writeFileSync(join(into, "everything.pdf"), await printed(doc));
  for (let seed = 0; seed < HARSH; seed += 1)
    writeFileSync(join(into, `harsh-${seed}.pdf`), await printed(randomDoc(seed, { notes: 40, words: 30 })));
}

/** Builds what a folder holds, and keeps its PDFs under a name of their own. */
async function pdfsOf(folder: string, name: string, args: readonly string[], into: string): Promise<void> {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  await run(["build", ...args], { stdout: say, stderr: say, env: {}, cwd: folder, colour: false });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".pdf"));
  if (files.length === 0) throw new Error(`${name} made no PDF:\n${said.join("")}`);
  files.forEach((file, i) => cpSync(join(folder, file), join(into, `${name}-${i}.pdf`)));
}

/** The files that fail, with the rules that they break. */
function failures(flavour: string, folder: string): readonly string[] {
  const files = readdirSync(folder).toSorted();
  const path = `${jars}${process.platform === "win32" ? "\\" : "/"}*${delimiter}`;
  const main = "org.verapdf.apps.GreenfieldCliWrapper";
  const said = ran("java", ["-cp", path, main, "-f", flavour, "--format", "text", "-v", ...files], folder);
  const lines = said.split("\n");
  const passed = lines.filter((line) => line.startsWith("PASS ")).length;
  console.log(`${flavour}: ${passed} of ${files.length} PDFs pass`);
  return passed === files.length ? [] : lines.filter((line) => /^\s*FAIL|^(?!PASS)\S/.test(line));
}

fetchJudge();
const work = mkdtempSync(join(tmpdir(), "footing-conformance-"));
try {
  const pdfs = join(work, "pdfs");
  mkdirSync(pdfs);
  for (const name of readdirSync(cases).filter(builds)) {
    const folder = join(work, name);
    mkdirSync(folder);
    layInput(join(cases, name), folder);
    await pdfsOf(folder, name, argumentsOf(join(cases, name)), pdfs);
  }
  const sample = join(work, "sample");
  for (const part of ["data", "templates"]) cpSync(join(root, part), join(sample, part), { recursive: true });
  await pdfsOf(sample, "sample", [], pdfs);
  await testPdfs(pdfs);
  const found = FLAVOURS.flatMap((flavour) => failures(flavour, pdfs));
  for (const line of found) console.log(line);
  process.exitCode = found.length === 0 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
