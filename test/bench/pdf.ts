import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeBrief } from "../../pipeline/build.ts";
import { openHost } from "../../pipeline/host/host.ts";
import type { Block, Doc } from "../../pipeline/model/doc.ts";
import type { BlockId } from "../../pipeline/model/id.ts";
import type { PdfInput } from "../../pipeline/render/pdf/setting.ts";
import { openTypefaces } from "../../pipeline/type/typefaces.ts";
import { stockFonts, stockPdf, type Stock } from "./stock.ts";

// The PDF step beside pdfmake as it comes, on the same words, in one run: npm run bench -- pdf.

const root = join(import.meta.dirname, "..", "..");
const SAMPLE = "belt-and-road-science";
const WARM = 12;
const COPIES = 32;

type Maker = (input: PdfInput) => Promise<Uint8Array>;

async function sampleInput(): Promise<PdfInput> {
  const host = openHost({ data: join(root, "data"), templates: join(root, "templates"), out: join(root, "out") });
  const { value } = await composeBrief(SAMPLE, host, { strict: false });
  if (value === undefined) throw new Error("The sample does not build");
  const { doc, drawings, theme, language } = value;
  return { doc, drawings, theme, language, data: new Map(), typefaces: await openTypefaces(host) };
}

/** The sample's text again and again, so that it comes to two hundred pages. */
function long(input: PdfInput): PdfInput {
  const { doc } = input;
  const again = (block: Block, copy: number): Block => {
    const id = `${block.id}-${copy}` as BlockId;
    return "blocks" in block
      ? { ...block, id, blocks: block.blocks.map((each) => again(each, copy)) }
      : { ...block, id };
  };
  const body = Array.from({ length: COPIES }, (_, copy) => doc.body.map((section) => again(section, copy))).flat();
  return { ...input, doc: { ...doc, body: body as Doc["body"] } };
}

async function ours(): Promise<Maker> {
  const { renderPdf } = await import("../../pipeline/render/pdf/pdf.ts");
  return async (input) => {
    const { value } = await renderPdf(input);
    if (value === undefined) throw new Error("The brief cannot be printed");
    return value;
  };
}

async function stock(): Promise<Maker> {
  const pdfmake = createRequire(import.meta.url)("pdfmake") as Stock;
  const folder = mkdtempSync(join(tmpdir(), "footing-bench-"));
  let fonts: object | undefined;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return (input) => stockPdf(input, pdfmake, (fonts ??= stockFonts(input, folder)));
}

const MAKERS = { ours, stock };
type Name = keyof typeof MAKERS;

/** In a process of its own: from nothing loaded to the finished file, and then again and again. */
async function measured(name: Name, size: string): Promise<void> {
  const sample = await sampleInput();
  const input = size === "long" ? long(sample) : sample;
  const start = performance.now();
  const make = await MAKERS[name]();
  const bytes = await make(input);
  const cold = performance.now() - start;
  const times: number[] = [];
  for (let i = 0, runs = size === "long" ? 3 : WARM; i < runs; i += 1) {
    const from = performance.now();
    await make(input);
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const pages = Buffer.from(bytes).toString("latin1").split("/Type /Page\n").length - 1;
  console.log(JSON.stringify({ cold, warm: times[Math.floor(times.length / 2)], size: bytes.length, pages }));
}

interface Measure {
  readonly cold: number;
  readonly warm: number;
  readonly size: number;
  readonly pages: number;
}

function apart(name: Name, size: string): Measure {
  const args = ["--import", "tsx", join(import.meta.dirname, "bench.ts"), "pdf", name, size];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  const line = stdout.trim().split("\n").at(-1);
  if (line === undefined || !line.startsWith("{")) throw new Error(stderr);
  return JSON.parse(line) as Measure;
}

/** Prints what the PDF step costs, cold and warm, beside pdfmake as it comes; ratios below 1 are ours to the better. */
export async function benchPdf([name, size]: readonly string[]): Promise<void> {
  if ((name === "ours" || name === "stock") && size !== undefined) return measured(name, size);
  for (const which of ["sample", "long"]) {
    const [own, other] = [apart("ours", which), apart("stock", which)];
    console.log(
      `${which}: ${own.pages} pages, ${Math.round(own.size / 1024)} KB; stock ${other.pages}, ${Math.round(other.size / 1024)} KB`,
    );
    for (const key of ["cold", "warm", "size"] as const)
      console.log(
        `  ${key.padEnd(5)} ${row(own[key], key)} : ${row(other[key], key)} = ${(own[key] / other[key]).toFixed(2)}`,
      );
  }
}

const row = (value: number, key: string): string =>
  key === "size" ? `${Math.round(value / 1024)} KB` : `${Math.round(value)} ms`;
