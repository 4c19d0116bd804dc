import { performance } from "node:perf_hooks";

/**
 * What a subject is asked to make: with charts drawn anew or ready, a number in place of the one that the sample has, and
 * whether it may use what it kept of the last time.
 * @typedef {{ readonly charts: "drawn" | "ready", readonly number: number, readonly kept: boolean }} Task
 */

/**
 * How long that took, the memory of the process afterwards and at its most, and the PDF's size.
 * @typedef {{ readonly ms: number, readonly rss: number, readonly peak: number, readonly bytes: number }} Told
 */

/**
 * Makes what is asked: once, where the command line asks, and else as often as the parent process does.
 * @param {(task: Task) => Promise<Uint8Array>} make
 * @param {string | undefined} once
 */
export async function subject(make, once) {
  if (once === "drawn" || once === "ready") {
    await make({ charts: once, number: 11_784, kept: false });
    return;
  }
  process.on("message", (/** @type {Task} */ task) => {
    void told(make, task).then((answer) => process.send?.(answer));
  });
}

/**
 * @param {(task: Task) => Promise<Uint8Array>} make
 * @param {Task} task
 * @returns {Promise<Told>}
 */
async function told(make, task) {
  const from = performance.now();
  const { length } = await make(task);
  const ms = performance.now() - from;
  const mega = 1024 * 1024;
  return { ms, rss: process.memoryUsage.rss() / mega, peak: process.resourceUsage().maxRSS / 1024, bytes: length };
}

/**
 * A number as texts have it: 11,784.
 * @param {number} number
 */
export const written = (number) => String(number).replaceAll(/\B(?=(\d{3})+$)/g, ",");
