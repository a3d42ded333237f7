import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { watchConnectionsHere } from "./media";
import { beOfAgeHere } from "./person";
import { fromDebian } from "./world/debian";

/** Devices of Firefox's own that nobody has to allow, and media on the loopback interface. */
const PREFERENCES = {
  "media.navigator.streams.fake": true,
  "media.navigator.permission.disabled": true,
  "media.peerconnection.ice.loopback": true,
  "media.peerconnection.ice.obfuscate_host_addresses": false,
  "media.autoplay.default": 0,
  "intl.accept_languages": "en-GB",
};

/** One human being in front of a Firefox, who has one demo wallet. Playwright drives only a Firefox of its own; this is Debian's. */
export class FirefoxPerson {
  readonly name: string;
  readonly page: Page;
  /** What went wrong on the page without anybody being told. */
  readonly faults: readonly string[];
  readonly #browser: Browser;
  readonly #profile: string;

  private constructor(name: string, browser: Browser, page: Page, profile: string) {
    this.name = name;
    this.page = page;
    this.#browser = browser;
    this.#profile = profile;
    const faults: string[] = [];
    page.on("pageerror", (error) =>
      faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    this.faults = faults;
  }

  static async arrive(name: string): Promise<FirefoxPerson> {
    const profile = mkdtempSync(join(tmpdir(), `passerby-${name}-`));
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: fromDebian("firefox-esr", "usr/lib/firefox-esr/firefox-esr"),
      userDataDir: profile,
      extraPrefsFirefox: PREFERENCES,
    });
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(watchConnectionsHere);
    await page.evaluateOnNewDocument(beOfAgeHere);
    return new FirefoxPerson(name, browser, page, profile);
  }

  async leave(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  async click(button: string): Promise<void> {
    await this.page.locator(`::-p-aria([name="${button}"][role="button"])`).click();
  }

  /** From an empty window to the lobby. */
  async signIn(origin: string): Promise<void> {
    await this.page.goto(origin);
    await this.click("Sign in with your wallet");
    await this.page.locator(`[role="dialog"] ::-p-text(${this.name})`).click();
    await this.click("Connect");
    await this.click("Sign");
    await this.page.locator('nav[aria-label="Places"] ::-p-text(Meet)').click();
  }

  /** Where the meeting stands: idle, waiting, connecting, live, asking or ended. */
  phase(): Promise<string | undefined> {
    return this.page.$eval(
      '[data-testid="encounter"]',
      (element) => element.getAttribute("data-state") ?? undefined,
    );
  }
}
