import { defineConfig } from "@playwright/test";
import tests from "../playwright.config";

/** Takes a picture of every screen into `target/screenshots`, and the README's into `docs`. */
export default defineConfig(tests, {
  testDir: ".",
  testMatch: /screenshots(\.contacts|\.languages|\.recording|\.safety)?\.ts$/,
  // The number of seconds is not yet shown when both have just met, and there is time for every picture.
  metadata: { sessionLimitSeconds: 60 },
  globalSetup: "./world/setup.ts",
  outputDir: "../target/screenshots/failures",
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: { ...tests.use, viewport: { width: 1280, height: 800 } },
});
