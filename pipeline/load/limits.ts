/** How much Footing reads. A brief's data are small; what is larger than this is a mistake or an attack. */
export const LIMITS = { bytes: 1_048_576, lines: 50_000, nodes: 50_000, depth: 32, jsonDepth: 100 } as const;
