import { defineConfig } from "@playwright/test";

/** Two real browsers and the whole service; one test at a time, because each needs both of a small machine's cores. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  // Short enough to wait for, long enough to see a countdown.
  metadata: { sessionLimitSeconds: 12 },
  globalSetup: "./e2e/world/setup.ts",
  outputDir: "test-results",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // Pictures in real time starve on a machine that others use, too: what passes only the second time is listed as flaky.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    ...{ actionTimeout: 15_000, navigationTimeout: 15_000 },
    // A small laptop's: every pixel is drawn by the processor here, for two people and more.
    viewport: { width: 960, height: 600 },
  },
});
