import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cuttingBy } from "../../pipeline/host/cutting.ts";
import type { FaceCut } from "../../pipeline/model/stage.ts";
import { wholeGroups } from "../../pipeline/type/letter-groups.ts";
import { openTypefaces } from "../../pipeline/type/typefaces.ts";
import type { Face } from "../../pipeline/type/faces.ts";

// Typefaces are cut in a thread beside the program: nobody may be able to tell, but by the clock.

const SANS: Face = { family: "Source Sans 3", weight: 400, italic: false };
const packageFile = (path: string): Uint8Array => new Uint8Array(readFileSync(`node_modules/${path}`));
const CUTTER = join(process.cwd(), "pipeline", "start", "cutter.mjs");
const RULES = { targetFormat: "woff2", keepFeatures: ["kern"], noHinting: true } as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footing-cutting-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread that does something else. */
function thread(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const alone = async (characters: string): Promise<Uint8Array> =>
  (await openTypefaces({ packageFile: (path) => packageFile(path) })).subsetWoff2(SANS, characters);

test("a face that a thread cuts is the same, and each of several is the one that was asked for", async () => {
  let made = 0;
  const cut = cuttingBy(CUTTER);
  const cutAside = async (wanted: FaceCut): Promise<Uint8Array> => {
    const bytes = await cut(wanted);
    made += 1;
    return bytes;
  };
  const typefaces = await openTypefaces({ packageFile: (path) => packageFile(path), cutAside });
  const texts = ["abc", "Research 2,022", "é€–"];
  const beside = await Promise.all(texts.map((text) => typefaces.subsetWoff2(SANS, text)));
  expect(made).toBe(texts.length);
  expect(beside).toEqual(await Promise.all(texts.map(alone)));
});

test("what a thread cannot cut is told, and the next is cut as ever", async () => {
  const cut = cuttingBy(CUTTER);
  const file = packageFile("@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf");
  await expect(cut({ file: new Uint8Array([1, 2, 3]), characters: "a", options: RULES })).rejects.toThrow("font");
  expect((await cut({ file, characters: "a", options: RULES })).length).toBeGreaterThan(100);
});

test("where a thread ends, or never begins, the program cuts by itself", async () => {
  const broken = [
    thread(
      "ends.mjs",
      'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => process.exit());',
    ),
    thread("throws.mjs", 'throw new Error("no memory");'),
    join(folder, "is-not-there.mjs"),
  ];
  for (const script of broken) {
    const typefaces = await openTypefaces({ packageFile: (path) => packageFile(path), cutAside: cuttingBy(script) });
    expect(await typefaces.subsetWoff2(SANS, "abc")).toEqual(await alone("abc"));
  }
});

test("a thread that ended is started again for the next face", async () => {
  const once = thread(
    "once.mjs",
    'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { parentPort.postMessage({ made: new Uint8Array([7]) }); setTimeout(() => process.exit(), 20); });',
  );
  const cut = cuttingBy(once);
  const wanted = { file: new Uint8Array(), characters: "a", options: RULES };
  expect(await cut(wanted)).toEqual(new Uint8Array([7]));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await cut(wanted)).toEqual(new Uint8Array([7]));
});

test("a face that is cut soon is cut once, and whoever asks for it hears what went wrong", async () => {
  const asked: string[] = [];
  const cutAside = (wanted: FaceCut): Promise<Uint8Array> => {
    asked.push(wanted.characters);
    return Promise.resolve(new Uint8Array([7]));
  };
  const typefaces = await openTypefaces({ packageFile: (path) => packageFile(path), cutAside });
  typefaces.subsetSoon(SANS, "ba");
  expect(await typefaces.subsetWoff2(SANS, "ab")).toEqual(new Uint8Array([7]));
  expect(asked).toEqual([wholeGroups("ab")]);

  const none = (): Uint8Array => new Uint8Array([1, 2, 3]);
  const broken = await openTypefaces({ packageFile: none, cutAside: cuttingBy(CUTTER) });
  broken.subsetSoon(SANS, "ab");
  await new Promise((resolve) => setTimeout(resolve, 500));
  await expect(broken.subsetWoff2(SANS, "ab")).rejects.toThrow("font");

  const reads: string[] = [];
  const reading = (path: string): Uint8Array => {
    reads.push(path);
    return packageFile(path);
  };
  (await openTypefaces({ packageFile: reading })).subsetSoon(SANS, "ab");
  expect(reads).toEqual([]);
});
