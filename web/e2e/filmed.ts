import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import sparticuz from "@sparticuz/chromium";

/** Films something for Chromium's fake camera, and removes the film once it has been used. */
export async function withFilm(
  make: (browser: Browser, file: string) => Promise<string>,
  run: (file: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "passerby-film-"));
  try {
    const browser = await chromium.launch({
      executablePath: await sparticuz.executablePath(),
      args: ["--no-sandbox"],
    });
    const file = await make(browser, join(folder, "film.mjpeg"));
    await browser.close();
    await run(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
