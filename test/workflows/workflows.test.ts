import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edit, openFolder, publish, serving, type Served } from "../site/house.ts";
import { openRemote, runJob, type Done, type Remote } from "./runner.ts";
import { folder, workflow, type Step } from "./workflow.ts";

const root = join(import.meta.dirname, "..", "..");
const names = readdirSync(folder).map((file) => file.replace(/\.yml$/, ""));

/** Lints workflow files with the package's own script, in a folder of theirs. */
function lint(files: Readonly<Record<string, string>>): { readonly status: number | null; readonly output: string } {
  const cwd = mkdtempSync(join(tmpdir(), "footing-workflows-"));
  mkdirSync(join(cwd, ".github", "workflows"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, ".github", "workflows", name), text);
  cpSync(join(root, "package.json"), join(cwd, "package.json"));
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [bin = "", glob = ""] = scripts["lint-workflows"]?.split(" ") ?? [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules", ".bin", bin), glob], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  rmSync(cwd, { recursive: true });
  return { status, output: stdout + stderr };
}

/**
 * Whether a step uses what is no action of GitHub pinned by tag, leaves the token to later steps, or puts an expression into
 * a command, a door for whoever writes titles of pull requests.
 */
const isLoose = ({ uses, run, with: given }: Step): boolean =>
  (uses !== undefined && !/^actions\/[\w-]+@v\d+$/.test(uses)) ||
  (uses?.startsWith("actions/checkout") === true && given?.["persist-credentials"] !== false) ||
  run?.includes("${{") === true;

describe("the workflows", () => {
  it("lint clean, each of them", () => {
    const files = Object.fromEntries(
      names.map((name) => [`${name}.yml`, readFileSync(join(folder, `${name}.yml`), "utf8")]),
    );
    const { status, output } = lint(files);
    expect(output).toContain(`Checking ${names.length} workflow file(s)`);
    expect({ status, names }, output).toEqual({ status: 0, names: ["build", "check", "publish", "regenerate"] });
  });

  it("would not, with a mistake in them", () => {
    const regenerate = readFileSync(join(folder, "regenerate.yml"), "utf8");
    const planted = (from: string, to: string): string => {
      expect(regenerate).toContain(from);
      return regenerate.replace(from, to);
    };
    const mistakes: Readonly<Record<string, readonly [said: string, text: string]>> = {
      "permission.yml": ["unknown permission scope", planted("statuses: write", "status: write")],
      "cron.yml": ["invalid CRON format", planted("23 5 * * 1", "93 5 * * 1")],
      "injection.yml": ["potentially untrusted", planted("run: npm ci", "run: echo ${{ github.head_ref }}")],
      "output.yml": [
        'property "brief" is not defined',
        planted(
          "briefs.outputs.briefs }}\n    steps",
          "briefs.outputs.briefs }}\n    env: { X: '${{ steps.nobody.outputs.x }}' }\n    steps",
        ).replace("needs.briefs.outputs.briefs", "needs.briefs.outputs.brief"),
      ],
      "needs.yml": ["does not exist", planted("needs: briefs", "needs: brief")],
      "shell.yml": ["shell name", planted("shell: bash", "shell: bush")],
    };
    const { status, output } = lint(
      Object.fromEntries(Object.entries(mistakes).map(([name, [, text]]) => [name, text])),
    );
    expect(status).toBe(1);
    const missed = Object.entries(mistakes).filter(
      ([name, [said]]) => !output.split("\n").some((line) => line.includes(name) && line.includes(said)),
    );
    expect(
      missed.map(([name]) => name),
      output,
    ).toEqual([]);
  });

  it.each(names)("%s: least permissions, one run at a time, pinned actions, the token only, an end", (name) => {
    const { permissions, concurrency, jobs } = workflow(name);
    expect(permissions).toEqual({ contents: "read" });
    expect(concurrency?.group).toContain("github.workflow");
    const text = readFileSync(join(folder, `${name}.yml`), "utf8");
    expect(text).not.toMatch(/secrets\.|pull_request_target/);
    for (const job of Object.values(jobs)) {
      expect(job["timeout-minutes"]).toBeGreaterThan(0);
      expect(job.steps.filter(isLoose)).toEqual([]);
    }
  });

  it("check runs what a person runs", () => {
    const runs = Object.values(workflow("check").jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(runs).toEqual([expect.stringMatching(/^sudo apt-get/), "npm cit", ".ci/run"]);
    expect(existsSync(join(root, ".ci", "run"))).toBe(true);
  });
});

describe("the steps of regenerate and publish, run in clones", { timeout: 240_000 }, () => {
  let server: Served;
  let served = "payer,new\nstate,57\nriders,36\ntowns,7\n";
  let remote: Remote;
  let first: string;
  beforeAll(async () => {
    server = await serving(() => served);
    const inputs = openFolder();
    const upstream = `upstream: { url: "http://127.0.0.1:${server.port}/x.csv", match: { payer: payer }, columns: { share_2025: new } }`;
    edit(inputs, "data/rail/budget.yaml", "checks:\n", `${upstream}\nchecks:\n`);
    edit(inputs, "data/rail/brief.yaml", "template: rail\n", "template: rail\nupstream: { hosts: [127.0.0.1] }\n");
    await publish(inputs, "first", "2026-03-01");
    mkdirSync(join(inputs, "test", "sample"), { recursive: true });
    cpSync(join(inputs, "site"), join(inputs, "test", "sample", "site"), { recursive: true });
    rmSync(join(inputs, "site"), { recursive: true });
    remote = openRemote(inputs);
    rmSync(inputs, { recursive: true });
    first = remote.git("rev-parse", "main");
  }, 60_000);
  afterAll(async () => {
    await server.close();
    rmSync(remote.folder, { recursive: true, force: true });
  });

  const regenerate = (open?: "pr" | "issue"): Promise<Done> =>
    runJob(
      remote,
      ["regenerate", "regenerate"],
      {
        "matrix.brief": "rail",
        "github.token": "x",
        "github.repository": "o/r",
        "github.server_url": "https://github.com",
        "github.run_id": "1",
      },
      open,
    );
  const branches = (): readonly string[] => remote.git("branch", "--format=%(refname:short)").trim().split("\n");

  it("lists the briefs", async () => {
    const { outputs, failed } = await runJob(remote, ["regenerate", "briefs"], {});
    expect({ failed, briefs: outputs.get("briefs") }).toEqual({ failed: undefined, briefs: '["rail"]' });
  });

  it("does nothing where nothing moved", async () => {
    const done = await regenerate();
    expect(done).toMatchObject({ failed: undefined, gh: [] });
    expect(done.summary).toContain("nothing changed");
    expect(branches()).toEqual(["main"]);
  });

  it("proposes in one pull request what moved, with its own check, and refreshes it", async () => {
    served = served.replace("57", "56").replace("36", "37");
    const done = await regenerate();
    expect(done.failed).toBeUndefined();
    const [, , create, body, status] = done.gh;
    expect(create).toMatch(/^pr create --head regenerate\/rail --title rail: \d+ figures moved/);
    expect(body).toContain("budget.state.share_2025");
    expect(status).toMatch(/^api repos\/o\/r\/statuses\/[0-9a-f]{40} --field state=success/);
    expect(branches()).toEqual(["drawings/rail", "main", "regenerate/rail"]);
    const drawings = remote.git("ls-tree", "-r", "--name-only", "drawings/rail").trim().split("\n");
    const shown = [
      ...(body ?? "").matchAll(/\]\(https:\/\/github\.com\/o\/r\/raw\/refs\/heads\/drawings\/rail\/([^)]+)\)/g),
    ];
    expect(new Set(shown.map(([, path]) => path))).toEqual(new Set(drawings));
    expect(drawings).toContain("charts/shift.now.svg");
    expect(remote.git("ls-tree", "-r", "--name-only", "regenerate/rail")).not.toContain(".now.svg");
    expect(remote.git("rev-parse", "main")).toBe(first);
    expect(remote.git("show", "regenerate/rail:data/rail/budget.yaml")).toContain("share_2025: 56");
    expect(done.summary).toContain("budget.state.share_2025");
    const again = await regenerate("pr");
    expect(again.failed).toBeUndefined();
    expect(again.gh.filter((asked) => asked.startsWith("pr"))).toEqual([
      expect.stringMatching(/^pr list/),
      expect.stringMatching(/^pr edit 7 --title/),
    ]);
    expect(remote.git("rev-list", "--count", "main..regenerate/rail")).toBe("1\n");
  });

  it("says in one issue that it failed", async () => {
    const before = served;
    served = "<!DOCTYPE html>";
    const done = await regenerate();
    expect(done.failed).toBe("Regenerate");
    expect(done.gh.filter((asked) => asked.startsWith("pr"))).toEqual([]);
    expect(done.gh).toContainEqual(expect.stringMatching(/^issue create --title The brief rail could not be/));
    expect(done.gh.at(-1)).toContain("upstream/failed");
    expect((await regenerate("issue")).gh).toContainEqual(expect.stringMatching(/^issue comment 7/));
    served = before;
  });

  const dispatched = (kind: string, date: string): Promise<Done> =>
    runJob(remote, ["publish", "publish"], {
      "inputs.brief": "rail",
      "inputs.kind": kind,
      "inputs.reason": 'The accounts "moved"; $(date)',
      "inputs.date": date,
      "github.ref_name": "main",
      "github.token": "x",
    });

  it("publishes: the record to main and the site to its branch, each edition on top of the last", async () => {
    remote.git("branch", "--force", "main", "regenerate/rail");
    const done = await dispatched("revision", "2026-04-01");
    expect(done.failed).toBeUndefined();
    expect(done.outputs.get("edition")).toBe("2026-04-01");
    expect(done.summary).toMatch(/published as 2026-04-01[\s\S]*verified: 2 editions/);
    expect((await dispatched("correction", "2026-04-02")).failed).toBeUndefined();
    const record = remote.git("show", "main:data/rail/editions/2026-04-01/record.yaml");
    expect(record).toContain("$(date)");
    const site = remote.git("ls-tree", "-r", "--name-only", "site");
    for (const edition of ["2026-03-01", "2026-04-01", "2026-04-02"])
      expect(site).toContain(`rail/editions/${edition}/index.html`);
    expect(site).not.toContain("pipeline/");
    expect(remote.git("rev-list", "--count", "site")).toBe("2\n");
  });

  it("pushes nothing of a publish that is refused", async () => {
    const before = remote.git("show-ref");
    expect((await dispatched("first", "2026-05-01")).failed).toBe("Publish");
    expect(remote.git("show-ref")).toBe(before);
  });
});
