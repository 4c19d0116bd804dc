// A worker of which some briefs hang, fill the memory, or end the worker.
const ACTS = {
  hang: () => {
    for (;;);
  },
  fill: () => {
    const kept = [];
    for (;;) kept.push(Array.from({ length: 2_000_000 }, (_, index) => index * 1.5));
  },
  // A rejection that nobody hears of ends a worker.
  end: () => new Promise(() => void Promise.reject(new Error("gone"))),
};

/** @param {string} id */
export const make = async (id) => {
  await ACTS[/** @type {keyof typeof ACTS} */ (id.split("/")[1])]?.();
  return { report: { brief: id, problems: [], passed: true, figures: 0, exempt: [] }, stderr: "" };
};
