/* oxlint-disable unicorn/require-post-message-target-origin -- a thread of Node, no window */
import { parentPort } from "node:worker_threads";
import subset from "subset-font";

/** @typedef {import("../model/stage.ts").FaceCut} FaceCut */

// Cuts typefaces for a program that does something else meanwhile, one after another.
parentPort?.on("message", (/** @type {FaceCut} */ cut) => void answer(cut));

/** @param {FaceCut} cut */
async function answer({ file, characters, options }) {
  try {
    parentPort?.postMessage({ made: await subset(Buffer.from(file), characters, options) });
  } catch (cause) {
    parentPort?.postMessage({ failed: cause instanceof Error ? cause.message : String(cause) });
  }
}
