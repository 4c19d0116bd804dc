// What a worker starts with where Node does not read TypeScript by itself.
import { register } from "tsx/esm/api";

if (!process.features.typescript) register();

/** @type {typeof import('./worker.ts').make} */
export const make = async (id) => (await import("./worker.ts")).make(id);
