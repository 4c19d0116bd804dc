import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Cache, Host } from "../../pipeline/model/stage.ts";
import type { Face } from "../../pipeline/type/faces.ts";
import { openTypefaces } from "../../pipeline/type/typefaces.ts";

const SANS: Face = { family: "Source Sans 3", weight: 400, italic: false };

/** A host that keeps texts in memory, and notes which files it read. */
function keeping(kept: Map<string, Uint8Array>): { readonly host: Host; readonly reads: string[] } {
  const reads: string[] = [];
  const cache: Cache = {
    read: () => undefined,
    readBytes: (inputs) => kept.get(inputs),
    use: (inputs) => kept.has(inputs),
    write: (inputs, made) => void (typeof made !== "string" && kept.set(inputs, made)),
  };
  const packageFile = (path: string): Uint8Array => {
    reads.push(path);
    return new Uint8Array(readFileSync(`node_modules/${path}`));
  };
  return { host: { packageFile, cache } as Partial<Host> as Host, reads };
}

describe("faces cut to characters", () => {
  const kept = new Map<string, Uint8Array>();

  test("are the same bytes made anew, known, and kept from an earlier build", async () => {
    const { cache: _, ...bareHost } = keeping(new Map()).host;
    const bare = await openTypefaces(bareHost);
    const anew = await bare.subsetWoff2(SANS, "abc");
    const first = await openTypefaces(keeping(kept).host);
    expect(await first.subsetWoff2(SANS, "abc")).toEqual(anew);
    expect(await first.subsetWoff2(SANS, "cba")).toEqual(anew);
    const { host, reads } = keeping(kept);
    expect(await (await openTypefaces(host)).subsetWoff2(SANS, "abc")).toEqual(anew);
    expect(reads).toEqual([]);
  });

  test("are known by their face and by every group of characters", async () => {
    const { host } = keeping(kept);
    const typefaces = await openTypefaces(host);
    const abc = await typefaces.subsetWoff2(SANS, "abc");
    expect(await typefaces.subsetWoff2(SANS, "abcž")).not.toEqual(abc);
    expect(await typefaces.subsetWoff2(SANS, "abd")).toEqual(abc);
    expect(await typefaces.subsetWoff2({ ...SANS, weight: 600 }, "abc")).not.toEqual(abc);
    expect(await typefaces.subsetWoff2({ ...SANS, italic: true }, "abc")).not.toEqual(abc);
    expect(kept.size).toBe(4);
  });
});
