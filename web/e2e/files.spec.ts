import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expectToSee } from "./media";
import type { Person } from "./person";
import { expect, test } from "./test";
import { comeIn } from "./together";

declare global {
  interface Window {
    /** Every data channel that this page has opened, oldest first. */
    channels: RTCDataChannel[];
    /** Under which name the page wanted to save. */
    suggestedName: string;
  }
}

const MB = 1 << 20;
/** For what has to cross, however busy the machine is: no test of how fast. */
const CROSSED = { timeout: 60_000 };

test("two people give each other files of every kind, and take or leave them", async ({
  arrive,
  unhurried,
}) => {
  test.setTimeout(240_000);
  const origin = unhurried.localhost;
  const goran = await arrive("Goran", { origin });
  const hana = await arrive("Hana", { origin, viewport: { width: 390, height: 844 } });
  await meet(goran, hana);

  await test.step("what is offered is asked about over the picture, and said aloud", async () => {
    await offer(goran, { name: "..\u202e\\holi:day?.jpg", bytes: randomBytes(9 * MB + 5) });
    await expect(card(hana, "_holi_day_.jpg")).toContainText("9.4 MB");
    await expect(card(hana, "_holi_day_.jpg")).toContainText("never opened");
    await expect(hana.page.getByText("They offer you a file: _holi_day_.jpg")).toBeAttached();
    await expectAccessible(hana, "an offered file");
    expect(await kept(hana.page)).toEqual([]);
  });

  await test.step("accepted, it arrives byte for byte and is saved under a harmless name", async () => {
    const downloaded = hana.page.waitForEvent("download", CROSSED);
    await hana.button("Accept _holi_day_.jpg").click();
    const download = await downloaded;
    expect(download.suggestedFilename()).toBe("_holi_day_.jpg");
    expect(sha256(readFileSync(await download.path()))).toBe(sent);
    await expect(card(goran, "holi_day_.jpg")).toContainText("They have all of it", CROSSED);
    await expect(goran.page.getByText("They have all of _holi_day_.jpg.")).toBeAttached();
  });

  await test.step("where the browser lets one choose, it goes straight there", async () => {
    await hana.page.evaluate(() => {
      Object.assign(window, {
        showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
          window.suggestedName = suggestedName;
          const root = await navigator.storage.getDirectory();
          return root.getFileHandle("chosen", { create: true });
        },
      });
    });
    await offer(goran, { name: "notes.txt", bytes: randomBytes(3 * MB + 1) });
    await hana.button("Accept notes.txt").click();
    await expect(card(goran, "notes.txt")).toContainText("They have all of it", CROSSED);
    expect(await hana.page.evaluate(() => window.suggestedName)).toBe("notes.txt");
    expect(await chosen(hana.page)).toBe(sent);
    await hana.page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  });

  await test.step("a no is a no, and both know", async () => {
    await offer(goran, { name: "advert.exe", bytes: randomBytes(10) });
    await expect(card(hana, "advert.exe")).toContainText("can run programs");
    await hana.button("Refuse advert.exe").click();
    await expect(card(goran, "advert.exe")).toContainText("They said no");
  });

  const before = await kept(hana.page);
  for (const who of [goran, hana]) {
    await test.step(`${who.name} stops a large one: it stops for both, and nothing of it stays`, async () => {
      const name = `stopped by ${who.name}.iso`;
      await offerLarge(goran, name);
      await hana.button(`Accept ${name}`).click();
      await openFiles(hana);
      await expectMoving(hana, name);
      await expect(card(hana, name)).toContainText(/of 2\.1 GB · .+\/s · .+ left/);
      await who.button(`Stop ${name}`).click();
      await expect(card(goran, name)).toContainText(/stopped it/);
      await expect(card(hana, name)).toContainText(/stopped it/);
      await expect.poll(() => kept(hana.page)).toEqual(before);
    });
  }
  await expectAccessible(hana, "the panel of files");

  await test.step("a channel that breaks under it is followed by another, and nothing is lost", async () => {
    await offer(goran, { name: "film.mkv", bytes: randomBytes(45 * MB) });
    const downloaded = hana.page.waitForEvent("download", CROSSED);
    await hana.button("Accept film.mkv").click();
    await expectMoving(goran, "film.mkv");
    const opened = await breakChannel(goran.page);
    expect(sha256(readFileSync(await (await downloaded).path()))).toBe(sent);
    await expect(card(goran, "film.mkv")).toContainText("They have all of it", CROSSED);
    expect(await goran.page.evaluate(() => window.channels.length)).toBe(opened + 1);
  });

  await test.step("two go at once, in both directions, while the two go on seeing each other", async () => {
    await offer(goran, { name: "his.bin", bytes: randomBytes(20 * MB) });
    await drop(hana, "hers.bin", 20 * MB);
    await goran.button("Accept hers.bin").click();
    await hana.button("Accept his.bin").click();
    for (const person of [goran, hana]) await expectToSee(person.page);
    await expect(card(goran, "his.bin")).toContainText("They have all of it", CROSSED);
    await expect(card(goran, "hers.bin")).toContainText("Saved to your downloads", CROSSED);
    await expect(card(hana, "hers.bin")).toContainText("They have all of it", CROSSED);
  });

  await test.step("a picture is pasted", async () => {
    await hana.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(["not really"], "image.png"));
      const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
      document.body.dispatchEvent(paste);
    });
    await expect(card(goran, "image.png")).toContainText("They offer you this file");
    await hana.button("Next").click();
  });

  await test.step("what was on offer is gone with the encounter", async () => {
    await goran.expectPhase("ended");
    await expect(goran.page.getByText("“image.png” did not get across in time.")).toBeVisible();
  });
});

test("a file that is on its way at the limit stops, both are told, and what was there of it is deleted", async ({
  arrive,
}) => {
  const ada = await arrive("Ada");
  const goran = await arrive("Goran");
  await meet(ada, goran);
  await offerLarge(ada, "too much.iso");
  await goran.button("Accept too much.iso").click();
  await expect(goran.button(/^Receiving /)).toBeVisible();
  for (const person of [ada, goran]) {
    await person.expectPhase("asking");
    await expect(person.page.getByText("“too much.iso” did not get across in time.")).toBeVisible();
  }
  await expect.poll(() => kept(goran.page)).toEqual([]);
});

/** Brings both to a round in which they see each other; neither browser lets them choose where a file goes. */
async function meet(...people: readonly Person[]): Promise<void> {
  for (const person of people) {
    await person.page.addInitScript(() => {
      Reflect.deleteProperty(window, "showSaveFilePicker");
      window.channels = [];
      window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
        construct(target, args: [RTCConfiguration?]) {
          const connection = new target(...args);
          const create = connection.createDataChannel.bind(connection);
          connection.createDataChannel = (label, options) => {
            const channel = create(label, options);
            if (label.startsWith("file:")) window.channels.push(channel);
            return channel;
          };
          return connection;
        },
      });
    });
  }
  await comeIn(...people);
  for (const person of people) await person.meet();
  for (const person of people) await person.expectPhase("live");
}

/** SHA-256 of what was offered last. */
let sent = "";

async function offer(
  person: Person,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
): Promise<void> {
  sent = sha256(bytes);
  await openFiles(person);
  const file = onDisk(name, (path) => writeFileSync(path, bytes));
  await person.page.getByTestId("file-input").setInputFiles(file);
}

/** Offers two gigabytes of nothing, which take no room on a disk. */
async function offerLarge(person: Person, name: string): Promise<void> {
  await openFiles(person);
  const file = onDisk(name, (path) => {
    writeFileSync(path, "");
    truncateSync(path, 2048 * MB);
  });
  await person.page.getByTestId("file-input").setInputFiles(file);
}

/** A file of this name until the end of the test. */
function onDisk(name: string, write: (path: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "passerby-files-"));
  folders.push(folder);
  const path = join(folder, name);
  write(path);
  return path;
}

const folders: string[] = [];
test.afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function drop({ page }: Person, name: string, length: number): Promise<void> {
  const data = await page.evaluateHandle(
    ({ name, length }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(length)], name));
      return data;
    },
    { name, length },
  );
  const picture = page.getByTestId("remote-video");
  await picture.dispatchEvent("dragenter", { dataTransfer: data });
  await expect(page.getByText("Drop to offer it to the other person")).toBeVisible();
  await picture.dispatchEvent("drop", { dataTransfer: data });
  await expect(page.getByText("Drop to offer it to the other person")).toBeHidden();
}

/** Opens the panel with the key that opens it, unless it is open. */
async function openFiles(person: Person): Promise<void> {
  if (await person.dialog("Files").isVisible()) return;
  await person.page.keyboard.press("a");
  await expect(person.dialog("Files")).toBeVisible();
}

/** What the page shows of the newest file of this name. */
function card({ page }: Person, name: string): Locator {
  return page.locator("[data-file]").filter({ hasText: name }).first();
}

async function expectMoving(person: Person, name: string): Promise<void> {
  const bar = person.page.getByRole("progressbar", { name });
  await expect(bar).toBeVisible();
  await expect.poll(() => card(person, name).textContent()).toMatch(/[1-9][\d.]* MB of/);
}

/** Closes the newest channel under the page; returns how many it had opened. */
function breakChannel(page: Page): Promise<number> {
  return page.evaluate(() => {
    window.channels.at(-1)?.close();
    return window.channels.length;
  });
}

/** Sizes of the files that the browser keeps for the page. */
function kept(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const sizes: number[] = [];
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const entry of folder.values()) {
        if (entry.kind === "directory") await walk(entry);
        else sizes.push((await entry.getFile()).size);
      }
    };
    await walk(await navigator.storage.getDirectory());
    return sizes.sort();
  });
}

/** SHA-256 of the file that was written where the person chose. */
async function chosen(page: Page): Promise<string> {
  const base64 = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle("chosen")).getFile();
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return btoa(String.fromCharCode(...new Uint8Array(digest)));
  });
  return Buffer.from(base64, "base64").toString("hex");
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
