import { rmSync } from "node:fs";
import { folderBeforeSecond, killedAt } from "./kills.ts";

// Kills a publish at each of its changes to the disk in turn, two at a time: npm run kills. Ends with 1 if any leaves harm.

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
process.exitCode = wrong.length === 0 && next > 50 ? 0 : 1;
