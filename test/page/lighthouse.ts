import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { executablePath } from "./browser.ts";

/** Fetched when it is asked for: with all that it needs it is as large as the rest of the project's tools together. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const FLAGS = "--headless=new --no-sandbox --disable-gpu --hide-scrollbars --disable-background-networking";

/** What each category must score, of 100. Speed on a slowed-down phone moves with what else the machine does. */
const LEAST = {
  desktop: { performance: 100, accessibility: 100, "best-practices": 100, seo: 100 },
  mobile: { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 },
} as const;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
}

/** What Lighthouse scores too low, as `lighthouse/CATEGORY: score`, with the page served from this machine alone. */
export async function lighthouseGate(file: string, form: keyof typeof LEAST): Promise<readonly string[]> {
  const page = gzipSync(readFileSync(file));
  const server = createServer((request, response) => {
    if (request.url === "/robots.txt") response.end("User-agent: *\nAllow: /\n");
    else if (request.url === "/") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" });
      response.end(page);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    const { port } = server.address() as AddressInfo;
    const { categories } = await run(`http://127.0.0.1:${port}/`, form);
    return Object.entries(LEAST[form]).flatMap(([name, least]) => {
      const score = Math.round((categories[name]?.score ?? 0) * 100);
      return score < least ? [`lighthouse/${name}: ${score}, at least ${least}`] : [];
    });
  } finally {
    server.close();
  }
}

async function run(url: string, form: keyof typeof LEAST): Promise<Report> {
  const preset = form === "desktop" ? ["--preset=desktop"] : [];
  const options = ["--output=json", "--output-path=stdout", "--quiet", `--chrome-flags=${FLAGS}`, ...preset];
  const { stdout } = await promisify(execFile)("npx", ["--yes", LIGHTHOUSE, url, ...options], {
    env: { ...process.env, CHROME_PATH: executablePath },
    maxBuffer: 1e8,
  });
  return JSON.parse(stdout) as Report;
}
