import { workerData } from "node:worker_threads";
import { program } from "./program.mjs";

/** @typedef {import("../worker.ts").PoolRun} PoolRun */

// A pool hands its workers a list, of which the second part is the run's own.
const data = /** @type {readonly [unknown, PoolRun]} */ (workerData);

/**
 * Makes one brief of the run that this worker is of.
 * @param {string} id
 */
export const make = async (id) => (await program()).makeForPool(id, data[1]);
