import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { run } from "../../pipeline/cli.ts";

/** `footing refresh` against a server on this machine, over a brief whose budget names it as its upstream. */

const root = join(import.meta.dirname, "..", "..");
const CSV = `payer,year,what,old,new
state,2025,share,61,57
riders,2025,share,33,36
towns,2025,share,6,7
`;

let server: Server;
let answer: (response: ServerResponse, url: string) => void;
let port = 0;
beforeAll(async () => {
  server = createServer((request, response) => answer(response, request.url ?? ""));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "footing-refresh-"));
  cpSync(join(root, "test", "cases", "small", "input", "data"), join(folder, "data"), { recursive: true });
  cpSync(join(root, "test", "cases", "small", "input", "templates"), join(folder, "templates"), { recursive: true });
  cpSync(join(root, "templates", "house"), join(folder, "templates", "house"), { recursive: true });
  edit("brief.yaml", (text) => `${text}upstream: { hosts: [127.0.0.1], seconds: 2, megabytes: 1 }\n`);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const pathOf = (file: string): string => join(folder, "data", "rail", file);
const read = (file: string): string => readFileSync(pathOf(file), "utf8");
const edit = (file: string, change: (text: string) => string): void => writeFileSync(pathOf(file), change(read(file)));

/** Names the server as the budget's upstream, in lines of its own. */
function named(path = "/budget.csv", more = "", columns = "{ share_2024: old, share_2025: new }"): void {
  edit(
    "budget.yaml",
    (text) =>
      `# Looked after by the accounts office.\n${text}upstream:\n  url: http://127.0.0.1:${port}${path} # monthly\n  match: { payer: payer }\n  columns: ${columns}\n${more}`,
  );
}

const served =
  (body: string, headers: Readonly<Record<string, string>> = { "content-type": "text/csv" }, status = 200) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers);
    response.end(body);
  };

/** An answer of which only the beginning comes before the line goes dead. */
function brokenOff(response: ServerResponse): void {
  response.writeHead(200, { "content-length": "5000" });
  response.write(CSV, () => response.destroy());
}

/** An answer that ends where the server closes the line, as servers do that don't know how long it is. */
const untilClosed =
  (body: string) =>
  (response: ServerResponse): void => {
    response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nConnection: close\r\n\r\n${body}`);
  };

interface Result {
  readonly exit: number;
  readonly out: string;
  readonly problems: string;
}

async function refreshed(...more: readonly string[]): Promise<Result> {
  let [out, problems] = ["", ""];
  const exit = await run(["refresh", "--today", "2026-03-09", ...more], {
    stdout: (text) => (out += text),
    stderr: (text) => (problems += text),
    env: {},
    cwd: folder,
    colour: false,
  });
  return { exit, out, problems };
}

describe("a refresh", () => {
  test("touches nothing where upstream says what the data say, however it is typed", async () => {
    named();
    const before = read("budget.yaml");
    answer = served(CSV.replace("57", "57.0"));
    expect(await refreshed()).toEqual({
      exit: 0,
      out: "rail: 1 upstream dataset looked up, nothing changed\n",
      problems: "",
    });
    expect(read("budget.yaml")).toBe(before);
  });

  test("writes what changed into its cells, with the day and the hash, and leaves all else as it stands", async () => {
    named();
    const before = read("budget.yaml");
    answer = served(CSV.replace("33,36", "33,35.5 p").replace("6,7", "6,7.50"));
    const { exit, out, problems } = await refreshed();
    expect([exit, problems]).toEqual([0, ""]);
    expect(out).toBe(
      "budget.riders.share_2025: 36 → 35.5 p\nbudget.towns.share_2025: 7 → 7.50\nrail: 1 upstream dataset looked up, 2 cells changed\n",
    );
    const after = read("budget.yaml");
    expect(after).toMatch(/url: http:\S+ # monthly\n {2}retrieved: 2026-03-09\n {2}sha256: [0-9a-f]{64}\n {2}match/);
    const cells = after.replace(/ {2}retrieved: .*\n {2}sha256: .*\n/, "");
    expect(cells).toBe(
      before.replace("share_2025: 36 }", "share_2025: 35.5 p }").replace("share_2025: 7 }", "share_2025: 7.50 }"),
    );
    // The second time, nothing is left to do, and over the stamp of the first the next one is written.
    expect((await refreshed()).out).toContain("nothing changed");
    answer = served(CSV);
    expect((await refreshed("--today", "2026-04-01")).exit).toBe(0);
    expect(read("budget.yaml").match(/retrieved: .*/g)).toEqual(["retrieved: 2026-04-01"]);
    expect(read("budget.yaml").match(/sha256: /g)).toHaveLength(1);
  });

  test("reads JSON too, with every digit as it stands there, and null as a missing number", async () => {
    named("/api", "  rows: data.values\n", "{ share_2025: new }");
    const rows = `{ "data": { "values": [{ "payer": "state", "new": 57.00 }, { "payer": "riders", "new": 36.10 }, { "payer": "towns", "new": null }] } }`;
    answer = served(rows, { "content-type": "application/json" });
    expect((await refreshed()).out).toContain("budget.riders.share_2025: 36 → 36.10\nbudget.towns.share_2025: 7 → :\n");
    expect(read("budget.yaml")).toContain('share_2025: ":"');
  });

  test("counts the rows that `where` names, of several for one name", async () => {
    named("/budget.csv", '  where: { year: "2025" }\n');
    answer = served(`${CSV}state,2024,share,1,1\n`);
    expect((await refreshed()).out).toContain("nothing changed");
  });

  test("writes rows of a CSV file into that file", async () => {
    named();
    edit("budget.yaml", (text) => text.replace(/rows:\n(?: {2}- .*\n)+/, "rows: payers.csv\n"));
    writeFileSync(
      pathOf("payers.csv"),
      'payer,label,rank,share_2024,share_2025\nstate,"State, all",1,61,57\nriders,Passengers,2,33,36\ntowns,Towns,3,6,7\n',
    );
    answer = served(CSV.replace("61,57", "61,56"));
    expect((await refreshed()).out).toContain("budget.state.share_2025: 57 → 56");
    expect(read("payers.csv")).toContain('state,"State, all",1,61,56\n');
    expect(read("budget.yaml")).toContain("retrieved: 2026-03-09");
  });

  test("follows a redirect to a host of the list", async () => {
    named("/old");
    answer = (response, url) =>
      url === "/old" ? served("", { location: "/budget.csv" }, 302)(response) : served(CSV)(response);
    expect((await refreshed()).out).toContain("nothing changed");
  });
});

test("an answer without a length that ends with its last line is whole", async () => {
  named();
  answer = untilClosed(CSV);
  expect(await refreshed()).toMatchObject({ exit: 0 });
});

describe("a refresh that cannot be trusted", () => {
  test.each<[string, (response: ServerResponse) => void, string]>([
    ["a page of HTML", served("<!DOCTYPE html><p>Sorry", { "content-type": "text/html" }), "a page of HTML"],
    ["an empty answer", served(""), "the answer is empty"],
    ["half a file", served(CSV.slice(0, -12)), "only a part of the file may have come"],
    ["a file that ends between two rows", served(CSV.slice(0, CSV.indexOf("towns"))), "no row for towns"],
    ["an answer that breaks off", brokenOff, "broke off its answer"],
    [
      "an answer without a length that ends within a number",
      untilClosed(CSV.slice(0, -1)),
      "only a part may have come",
    ],
    ["a server's error", served("", {}, 500), "answers with status 500"],
    ["a redirect off the list", served("", { location: "http://localhost:1/x" }, 302), "leads to localhost"],
    ["a redirect to a file", served("", { location: "file:///etc/passwd" }, 301), "neither https nor this machine"],
    ["redirects without end", served("", { location: "/budget.csv" }, 302), "redirects without end"],
    ["more bytes than may come", served(CSV + "x".repeat(1_100_000)), "larger than 1 megabytes"],
    ["a column that is missing", served(CSV.replace("old,new", "old,newer")), 'no column "new"'],
    ["a row twice", served(`${CSV}state,2025,share,61,57\n`), "2 rows for state"],
    ["a number in another locale", served(CSV.replace("61,57", '61,"57,5"')), "should be a plain number"],
    ["a word for a number", served(CSV.replace("57", "n.n.")), "should be a plain number"],
    ["bytes that are no text", (response) => response.end(Buffer.from([0xff, 0xfe, 0x00])), "not UTF-8"],
    ["JSON that is none", served("{ 'a': 1 }"), "no JSON"],
    ["no answer within the time", () => undefined, "within 2 seconds"],
  ])("%s is named at its place, and leaves all as it was", { timeout: 20_000 }, async (_, answers, words) => {
    named();
    answer = answers;
    const before = [read("budget.yaml"), read("brief.yaml")];
    const { exit, out, problems } = await refreshed();
    expect(problems).toContain(words);
    expect(problems).toMatch(/^data\/rail\/budget\.yaml:\d+:\d+: error upstream\/failed\n/);
    expect([exit, out]).toEqual([3, "rail: nothing changed\n"]);
    expect([read("budget.yaml"), read("brief.yaml")]).toEqual(before);
    expect(readdirSync(join(folder, "data", "rail")).filter((name) => name.includes("footing"))).toEqual([]);
  });

  test("thousands that are marked with a dot are named where things are counted", async () => {
    named();
    const file = join(folder, "data", "rail", "budget.yaml");
    writeFileSync(
      file,
      read("budget.yaml").replace('share_2025: { unit: "% of total_2025"', "share_2025: { unit: count of riders"),
    );
    answer = served(CSV.replace("61,57", "61,57.500"));
    const before = read("budget.yaml");
    const { exit, problems } = await refreshed();
    expect(problems).toContain('is "57.500", and things are counted here: are its thousands marked?');
    expect([exit, read("budget.yaml")]).toEqual([3, before]);
  });

  test("and named where a whole number becomes a small one with three decimals", async () => {
    named();
    answer = served(CSV.replace("61,57", "61,1.528"));
    const before = read("budget.yaml");
    const { exit, problems } = await refreshed();
    expect(problems).toContain('is "1.528", and was 57');
    expect([exit, read("budget.yaml")]).toEqual([3, before]);
  });

  test("without a day is wrong usage, since no clock is read", async () => {
    named();
    const exit = await run(["refresh"], {
      stdout: () => undefined,
      stderr: () => undefined,
      env: {},
      cwd: folder,
      colour: false,
    });
    expect(exit).toBe(2);
  });

  test("a host that brief.yaml does not list stops a build too", async () => {
    named();
    edit("brief.yaml", (text) => text.replace("127.0.0.1", "data.example.org"));
    const { exit, problems } = await refreshed();
    expect([exit, problems.includes("upstream/not-listed")]).toEqual([1, true]);
  });
});
