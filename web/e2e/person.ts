import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type BrowserContext,
  chromium,
  expect,
  type Locator,
  type Page,
  type ViewportSize,
} from "@playwright/test";
import sparticuz from "@sparticuz/chromium";
import type { Language } from "../src/words/languages";
import type { Words } from "../src/words/Words";
import { watchConnections } from "./media";
import { OutsideThePage } from "./wallets";
import { wordsOf } from "./words";
import type { Place } from "./world/network";

/** A fake camera and microphone, media on the loopback interface, and nothing that calls home. */
const FLAGS = [
  "--no-sandbox",
  "--use-fake-ui-for-media-stream",
  "--disable-features=WebRtcHideLocalIpsWithMdns",
  "--allow-loopback-in-peer-connection",
  "--autoplay-policy=no-user-gesture-required",
  "--disable-quic",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Surroundings {
  readonly origin: string;
  readonly colorScheme?: "light" | "dark";
  /** The window's; the configuration says which unless told otherwise. */
  readonly viewport: ViewportSize | null;
  /** An mjpeg file instead of the browser's own test picture. */
  readonly camera?: string;
  /** What the browser asks for, as a BCP 47 tag; British English unless said otherwise. */
  readonly locale?: string;
  /** How many cameras are plugged in; one unless said otherwise. */
  readonly cameras?: number;
  /** Changes the browser before the page is opened. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
  /** Where in a network of the test's own they are; this machine's own otherwise. */
  readonly place?: Place;
  /** Whether this browser remembers that its owner is of age; it does unless said otherwise. */
  readonly ofAge?: boolean;
}

const PLACES = {
  Meet: "shell.meet",
  Contacts: "shell.contacts",
  Passes: "shell.passes",
  Recordings: "shell.recordings",
} as const;

/** One human being in front of a browser with a profile of its own, who has one demo wallet. */
export class Person {
  /** Name of the demo wallet. */
  readonly name: string;
  readonly page: Page;
  readonly origin: string;
  /** What this person reads; the steps below work in every language, as far as {@link Words} is used in them. */
  words: Words = wordsOf("en");
  /** What went wrong on the page without anybody being told. */
  readonly faults: readonly string[];
  /** Every request and its end, with the milliseconds since the browser opened: for whoever looks into a failure. */
  readonly requests: readonly string[];
  readonly #context: BrowserContext;
  readonly #profile: string;
  readonly #surroundings: Surroundings;

  private constructor(
    name: string,
    surroundings: Surroundings,
    profile: string,
    context: BrowserContext,
    page: Page,
  ) {
    this.name = name;
    this.origin = surroundings.origin;
    this.#surroundings = surroundings;
    this.page = page;
    this.faults = listen(page);
    this.requests = follow(page);
    this.#context = context;
    this.#profile = profile;
  }

  /** Opens a browser; nothing is loaded yet. */
  static async arrive(name: string, surroundings: Surroundings): Promise<Person> {
    return Person.#open(name, surroundings, mkdtempSync(join(tmpdir(), `passerby-${name}-`)));
  }

  static async #open(name: string, surroundings: Surroundings, profile: string): Promise<Person> {
    const { colorScheme = "light", camera, locale = "en-GB" } = surroundings;
    const { cameras = 1, place, viewport } = surroundings;
    const picture =
      camera === undefined
        ? [`--use-fake-device-for-media-stream=fps=30,device-count=${cameras}`]
        : ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${camera}`];
    const browser = await sparticuz.executablePath();
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: place === undefined ? browser : place.launcher(browser),
      args: [...FLAGS, ...picture],
      permissions: ["camera", "microphone"],
      viewport,
      colorScheme,
      locale,
    });
    await watchConnections(context);
    await surroundings.prepare?.(context);
    if (surroundings.ofAge !== false) await context.addInitScript(beOfAgeHere);
    const page = context.pages()[0] ?? (await context.newPage());
    const person = new Person(name, surroundings, profile, context, page);
    person.words = wordsOf(locale.slice(0, 2) as Language);
    return person;
  }

  /** Another wallet in a second window of the same browser, at the service's other address. */
  async secondWindow(name: string, origin: string): Promise<Person> {
    const page = await this.#context.newPage();
    const surroundings = { ...this.#surroundings, origin };
    return new Person(name, surroundings, this.#profile, this.#context, page);
  }

  /** Ends the browser as a power cut does, at once, and opens it again: whoever comes back has what is on its disk. */
  async killAndReturn(): Promise<Person> {
    const closed = this.#context.waitForEvent("close");
    for (const pid of processesOf(this.#profile)) process.kill(pid, "SIGKILL");
    await closed;
    // A browser that did not end by itself leaves the mark by which it keeps others from its profile.
    rmSync(join(this.#profile, "SingletonLock"), { force: true });
    return Person.#open(this.name, this.#surroundings, this.#profile);
  }

  /** Closes the browser, with every window of it. */
  async leave(): Promise<void> {
    await this.#context.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  dialog(title: string | RegExp): Locator {
    return this.page.getByRole("dialog", { name: title });
  }

  /** The demo wallet's own window. */
  get wallet(): Locator {
    return this.dialog(this.words.say("demo.title", { wallet: this.name }));
  }

  async open(path = "/"): Promise<void> {
    await this.page.goto(this.origin + path);
  }

  async chooseToSignIn(): Promise<void> {
    const signIn = this.words.say("welcome.signIn");
    await this.button(signIn).click();
    await expect(this.dialog(signIn)).toBeVisible();
  }

  /** Lets the wallet be seen by the page; ends with the wallet's question for a signature. */
  async chooseWallet(): Promise<void> {
    const { say } = this.words;
    await this.dialog(say("welcome.signIn"))
      .getByRole("button", { name: new RegExp(`^${this.name}`) })
      .click();
    await this.wallet.getByRole("button", { name: say("demo.connect.answer") }).click();
    await expect(this.wallet).toContainText(
      say("demo.sign.question", { host: new URL(this.origin).host }),
    );
  }

  async sign(): Promise<void> {
    const { say } = this.words;
    await this.wallet.getByRole("button", { name: say("demo.sign.answer") }).click();
    await expect(this.page.getByRole("navigation", { name: say("shell.places") })).toBeVisible();
  }

  /** From an empty window to a session. */
  async signIn(): Promise<void> {
    await this.open();
    await this.chooseToSignIn();
    await this.chooseWallet();
    await this.sign();
  }

  /** From an empty window to the lobby, with a pass that opens it; how one buys it on the page others show. */
  async comeIn(): Promise<void> {
    await (await OutsideThePage.of(this.name, this.origin)).buyPass();
    await this.signIn();
    await this.goTo("Meet");
  }

  async goTo(place: keyof typeof PLACES): Promise<void> {
    const { say } = this.words;
    const places = this.page.getByRole("navigation", { name: say("shell.places") });
    await places.getByRole("link", { name: say(PLACES[place]), exact: true }).click();
  }

  /** Buys a pass; ends with the dialog that shows what it unlocks. */
  async mint(tier: string): Promise<Locator> {
    await this.goTo("Passes");
    await this.button(`Get a ${tier} pass`).click();
    await this.pay(`Get a ${tier} pass`);
    const done = this.dialog(`The ${tier} pass is yours`);
    await expect(done).toBeVisible();
    return done;
  }

  /** Moves a pass up into another tier; ends with the dialog that shows what it unlocks now. */
  async upgrade(pass: Locator, tier: string): Promise<Locator> {
    await pass.getByRole("button", { name: new RegExp(`^Make it ${tier} · `) }).click();
    await this.pay(`Make it a ${tier} pass`);
    const done = this.dialog(`It is a ${tier} pass now`);
    await expect(done).toBeVisible();
    return done;
  }

  /** Stakes the minimum; ends with the dialog that says so. */
  async stake(): Promise<Locator> {
    await this.goTo("Passes");
    await this.button("Stake").click();
    await this.pay(/^Stake /);
    const done = this.dialog("Your stake is in");
    await expect(done).toBeVisible();
    return done;
  }

  /** Takes the whole stake back; ends with the dialog that says so. */
  async unstake(): Promise<Locator> {
    await this.goTo("Passes");
    await this.button("Take my stake back").click();
    await this.pay("Take your stake back");
    const done = this.dialog("Your stake is on its way back");
    await expect(done).toBeVisible();
    return done;
  }

  /** From a transaction's price to the wallet's confirmation. */
  private async pay(title: string | RegExp): Promise<void> {
    await this.dialog(title).getByRole("button", { name: "Open my wallet" }).click();
    await this.wallet.getByRole("button", { name: "Confirm" }).click();
  }

  /** Waits for somebody; the service decides who. */
  async meet(): Promise<void> {
    await this.button(this.words.say("lobby.meet")).click();
  }

  /** Says that one wants to be seen, which the other has to say, too. */
  async show(): Promise<void> {
    await this.button("Show myself").click();
  }

  /** Both see each other as they are: so says the page about either picture. */
  async expectClear(): Promise<void> {
    const theirs = this.page.getByTestId("remote-video");
    await expect(theirs).toHaveAttribute("data-sight", "clear");
    await expect(this.page.getByRole("button", { name: /^Your picture/ })).toHaveAttribute(
      "data-sight",
      "clear",
    );
  }

  /** Waits until the meeting has come to this phase: idle, waiting, connecting, live, asking or ended. */
  async expectPhase(phase: string): Promise<void> {
    await expect(this.page.getByTestId("encounter")).toHaveAttribute("data-state", phase);
  }

  /** A move of the mouse: what has faded away while two people talk comes back. */
  async wake(): Promise<void> {
    await this.page.mouse.move(600, 400);
    await this.page.mouse.move(640, 420);
  }
}

/** The browser's own processes with this profile, which end those that they have started. */
function processesOf(profile: string): readonly number[] {
  const running = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return running.map(Number).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`--user-data-dir=${profile}`);
    } catch {
      return false; // ended meanwhile
    }
  });
}

/** Errors of the page's own scripts and of the content security policy: none is ever right. */
function listen(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`${error.name}: ${error.message}`));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && /Content Security Policy|Uncaught/.test(text))
      faults.push(text);
  });
  return faults;
}

function follow(page: Page): readonly string[] {
  const requests: string[] = [];
  const start = performance.now();
  const keep = (what: string, url: string) =>
    requests.push(`${Math.round(performance.now() - start)} ${what} ${url.slice(0, 200)}`);
  page.on("request", (request) => keep("asks", request.url()));
  page.on("requestfinished", (request) => keep("has", request.url()));
  page.on("requestfailed", (request) =>
    keep(`fails with ${request.failure()?.errorText ?? "nothing said"}`, request.url()),
  );
  return requests;
}

/** From within a page, before any other script: its browser remembers that its owner is of age. */
export function beOfAgeHere(): void {
  // An empty window has no storage.
  if (location.origin !== "null") localStorage.setItem("passerby.of-age", "yes");
}
