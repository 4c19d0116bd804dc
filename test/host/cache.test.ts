import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { chart } from "../../pipeline/chart/chart.ts";
import { openCache } from "../../pipeline/host/cache.ts";
import type { Charted } from "../../pipeline/model/brief.ts";
import type { Cache, Host } from "../../pipeline/model/stage.ts";
import { brief, host, SECTORS, sharesChart, shiftChart, studentsChart } from "../chart/fixture.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "footing-cache-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.doUnmock("vega");
  vi.doUnmock("vega-lite");
  vi.resetModules();
});

const files = (): readonly string[] => readdirSync(folder).map((name) => join(folder, name));

describe("what is kept between builds", () => {
  test("is found under the very same inputs, by any later build", () => {
    openCache(folder).write("inputs", "a drawing\nof two lines");
    expect(openCache(folder).read("inputs")).toBe("a drawing\nof two lines");
    expect(openCache(folder).read("other inputs")).toBeUndefined();
  });

  test("may be bytes, any of them", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    openCache(folder).write("inputs", bytes);
    expect(openCache(folder).readBytes("inputs")).toEqual(bytes);
    const [file = ""] = files();
    writeFileSync(file, readFileSync(file).subarray(0, -1));
    expect(openCache(folder).readBytes("inputs")).toBeUndefined();
  });

  test("is marked as used without being read, where it is there", () => {
    const cache = openCache(folder);
    expect(cache.use("inputs")).toBe(false);
    cache.write("inputs", "a drawing");
    const [file = ""] = files();
    utimesSync(file, 0, 0);
    expect(cache.use("inputs")).toBe(true);
    expect(statSync(file).mtimeMs).toBeGreaterThan(0);
    expect(cache.read("inputs")).toBe("a drawing");
  });

  test("is not found once it is cut off, empty, or altered", () => {
    const cache = openCache(folder);
    cache.write("inputs", "a drawing");
    const [file = ""] = files();
    const whole = readFileSync(file, "utf8");
    for (const damaged of [whole.slice(0, -1), "", whole.replace("drawing", "drowning"), "\n"]) {
      writeFileSync(file, damaged);
      expect(cache.read("inputs")).toBeUndefined();
    }
    cache.write("inputs", "a drawing");
    expect(cache.read("inputs")).toBe("a drawing");
  });

  test("leaves nothing half written, and a folder that can't be written stops no build", () => {
    const cache = openCache(folder);
    cache.write("inputs", "one");
    cache.write("inputs", "two");
    expect(files()).toHaveLength(1);
    const [file = ""] = files();
    const blocked = openCache(join(file, "below"));
    blocked.write("inputs", "three");
    expect(blocked.read("inputs")).toBeUndefined();
  });
});

describe("charts kept between builds", () => {
  const designs = [sharesChart(), shiftChart(), studentsChart()];
  /** A host of which the process knows no drawing yet, as in a process of its own. */
  const unknown = (): Host => ({ ...host, packageFile: (path) => host.packageFile(path) });
  const keeping = (cache: Cache): Host => ({ ...unknown(), cache });
  /** A cache that notes under which inputs charts are kept; what is kept of typefaces goes by itself. */
  const watching = (cache: Cache): { readonly watched: Cache; readonly written: readonly string[] } => {
    const written: string[] = [];
    const write: Cache["write"] = (inputs, kept) => {
      if (inputs.startsWith('["chart"')) written.push(inputs);
      cache.write(inputs, kept);
    };
    return { watched: { ...cache, write }, written };
  };
  const drawings = async (
    from: Host,
    sectors = SECTORS as Parameters<typeof brief>[1],
  ): Promise<Charted["drawings"]> => {
    const { value, problems } = await chart(brief(designs, sectors), from);
    expect(problems).toEqual([]);
    return value?.drawings ?? new Map();
  };

  test("are the same to the byte as those made anew, and neither vega nor vega-lite is loaded for them", async () => {
    const anew = await drawings(host);
    const { watched, written } = watching(openCache(folder));
    expect(await drawings(keeping(watched))).toEqual(anew);
    expect(written).toHaveLength(designs.length);
    const refused = (): never => {
      throw new Error("loaded");
    };
    vi.resetModules();
    vi.doMock("vega", refused);
    vi.doMock("vega-lite", refused);
    const { chart: fresh } = await import("../../pipeline/chart/chart.ts");
    const warm = await fresh(brief(designs), keeping(openCache(folder)));
    expect(warm.value?.drawings).toEqual(anew);
    // The mocks would tell: without what is kept, they are loaded.
    await expect(fresh(brief(designs), unknown())).rejects.toThrow("mocking");
  });

  test("are drawn again when a digit, a colour or a word of theirs is another, and only they", async () => {
    const cache = openCache(folder);
    await drawings(keeping(cache));
    const { watched, written } = watching(cache);
    const sectors = SECTORS.map((row) =>
      row[0] === "research" ? ([...row.slice(0, 3), 24] as unknown as typeof row) : row,
    );
    await drawings(keeping(watched), sectors);
    // The students' chart shows none of the sectors.
    expect(written).toHaveLength(2);
    const darker = brief(designs);
    await chart(
      {
        ...darker,
        theme: {
          ...darker.theme,
          colour: { ...darker.theme.colour, light: { ...darker.theme.colour.light, ink: "#000000" } },
        },
      },
      keeping(watched),
    );
    expect(written).toHaveLength(2 + designs.length);
  });

  test("that are cut off are drawn again", async () => {
    const anew = await drawings(keeping(openCache(folder)));
    for (const file of files()) truncateSync(file, 100);
    expect(await drawings(keeping(openCache(folder)))).toEqual(anew);
  });
});
