import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest would leave one core of two idle.
    maxWorkers: "100%",
    // A focused or missing test is a test that checks nothing.
    allowOnly: false,
    passWithNoTests: false,
    reporters: ["default", ["json", { outputFile: "coverage/tests.json" }]],
    coverage: {
      provider: "v8",
      include: ["pipeline/**/*.ts"],
      exclude: ["**/*.d.ts"],
      reporter: ["text-summary", "html"],
      thresholds: { lines: 85, branches: 75 },
    },
  },
});
