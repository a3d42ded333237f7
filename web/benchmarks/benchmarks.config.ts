import { defineConfig } from "@playwright/test";
import tests from "../playwright.config";

/** What takes long and measures, instead of testing: see README.md. */
export default defineConfig(tests, {
  testDir: ".",
  testMatch: "*.bench.ts",
  // Long enough for two gigabytes on a slow machine.
  metadata: { sessionLimitSeconds: 3_600 },
  globalSetup: "../e2e/world/setup.ts",
  outputDir: "../target/benchmarks/failures",
  retries: 0,
  timeout: 3_600_000,
  expect: { timeout: 1_800_000 },
  use: { ...tests.use, viewport: { width: 1280, height: 800 } },
});
