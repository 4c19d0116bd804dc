import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { folderBeforeSecond, killedAt } from "./kills.ts";
import { killedAtRandom } from "./random-kills.ts";

// npm run kills: kills 200 publishes at random moments, then the whole command at each of its changes to the disk in turn, two
// at a time. --seed 7 takes other moments, --most 0 none; --each no leaves the second part out. Ends with 1 if any leaves harm.

const { values } = parseArgs({
  options: { seed: { type: "string" }, most: { type: "string" }, each: { type: "string" } },
});
const [seed, most] = [Number(values.seed ?? 1), Number(values.most ?? 200)];
const random = most > 0 && (await killedAtRandom(most, seed));
if (random) {
  const { killed, passed, mended, changes, wrong: harm } = random;
  for (const each of harm) console.error(each);
  console.log(
    `${killed} publishes killed at random moments of their ${changes} changes to the disk (seed ${seed}): verify passed after ${passed}, the next start finished or undid the work after ${mended}; ${harm.length} left harm`,
  );
  if (killed !== most || harm.length > 0) process.exitCode = 1;
}
if (values.each !== "no") await killEach();

/** Kills the whole command at each of its changes. */
async function killEach(): Promise<void> {
  const folder = await folderBeforeSecond();
  let [next, done] = [0, false];
  const wrong: string[] = [];
  async function worker(): Promise<void> {
    while (!done) {
      const change = next;
      next += 1;
      const result = await killedAt(change, folder);
      if (result.wrong !== undefined) wrong.push(`killed at change ${change}: ${result.wrong}`);
      if (!result.killed) done = true;
    }
  }
  await Promise.all([worker(), worker()]);
  rmSync(folder, { recursive: true, force: true });
  for (const each of wrong) console.error(each);
  console.log(`${next - 1} publishes killed, each at another change to the disk; ${wrong.length} left harm`);
  if (wrong.length > 0 || next <= 50) process.exitCode = 1;
}
