import { availableParallelism } from "node:os";
import { join } from "node:path";
import { isMainThread, Worker } from "node:worker_threads";
import type { FaceCut } from "../model/stage.ts";
import { TOOL } from "./tool.ts";

/** After so many milliseconds in which nothing was cut, the thread ends, and gives its memory back. */
const IDLE = 10_000;

/** Its own objects are few and small: what it works on stands elsewhere. */
const LIMITS = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 256 };

/** What the thread answers, in the order in which it was asked. */
type Answer = { readonly made: Uint8Array } | { readonly failed: string };

interface Asked {
  readonly resolve: (made: Uint8Array) => void;
  readonly reject: (cause: Error) => void;
}

/** A thread that cuts typefaces, and who waits for it. */
class Cutter {
  readonly #worker: Worker;
  readonly #asked: Asked[] = [];
  readonly #ended: () => void;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(script: string, ended: () => void) {
    this.#ended = ended;
    // It is plain JavaScript, and takes nothing that the program was started with.
    this.#worker = new Worker(script, { execArgv: [], argv: [], resourceLimits: LIMITS });
    this.#worker.on("message", (answer: Answer) => this.#answered(answer));
    this.#worker.on("error", (cause) => this.#stopped(cause));
    this.#worker.on("exit", () => this.#stopped(new Error("the thread ended")));
  }

  cut(cut: FaceCut): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    // Who waits keeps the program from ending; nobody else does.
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node, no window
      this.#worker.postMessage(cut);
    });
  }

  #answered(answer: Answer): void {
    const asked = this.#asked.shift();
    if (this.#asked.length === 0) this.#rest();
    if ("made" in answer) asked?.resolve(answer.made);
    else asked?.reject(new Error(answer.failed));
  }

  #rest(): void {
    this.#worker.unref();
    this.#idle = setTimeout(() => {
      this.#ended();
      void this.#worker.terminate();
    }, IDLE);
    this.#idle.unref();
  }

  #stopped(cause: Error): void {
    this.#ended();
    clearTimeout(this.#idle);
    for (const { reject } of this.#asked.splice(0)) reject(cause);
  }
}

/** What cuts typefaces in a thread of this script, which is started when there is something to cut. */
export function cuttingBy(script: string): (cut: FaceCut) => Promise<Uint8Array> {
  let cutter: Cutter | undefined;
  return (cut) => {
    const now = (cutter ??= new Cutter(script, () => {
      if (cutter === now) cutter = undefined;
    }));
    return now.cut(cut);
  };
}

/**
 * Cuts typefaces beside the program, one thread for all of a process; undefined where that would gain nothing: on one
 * core, and in a worker, which has others beside it.
 */
export const cutAside: ((cut: FaceCut) => Promise<Uint8Array>) | undefined =
  isMainThread && availableParallelism() > 1 ? cuttingBy(join(TOOL, "pipeline", "start", "cutter.mjs")) : undefined;
