import { workerData } from "node:worker_threads";
import { program } from "./program.mjs";

/** @typedef {import("../worker.ts").PoolRun} PoolRun */

const run = /** @type {PoolRun} */ (workerData);

/**
 * Makes one brief of the run that this worker is of.
 * @param {string} id
 */
export const make = async (id) => (await program()).makeForPool(id, run);
