import { expect, type Page } from "@playwright/test";
import type { Person } from "./person";

/** Recording, saving and looking through files on a machine that has other things to do. */
export const BUSY = { timeout: 60_000 };

/** From two lobbies until both see each other as they are. */
export async function meet(one: Person, other: Person): Promise<void> {
  const both = [one, other];
  for (const person of both) await person.meet();
  for (const person of both) await person.expectPhase("live");
  for (const person of both) await person.show();
  for (const person of both) await person.expectClear();
}

export async function openRecording(person: Person): Promise<void> {
  await person.page.keyboard.press("o");
  await expect(person.dialog("Recording")).toBeVisible();
}

/** A browser that was killed may have lost its session, or not. */
export async function openSignedIn(person: Person, path: string): Promise<void> {
  await person.open(path);
  const door = person.button("Sign in with your wallet");
  const inside = person.page.getByRole("navigation", { name: "Places" });
  await expect(door.or(inside)).toBeVisible();
  if (!(await door.isVisible())) return;
  await person.chooseToSignIn();
  await person.chooseWallet();
  await person.sign();
}

/** Waits until the recording says that it is so many seconds long. */
export async function elapsed({ page }: Person, seconds: number): Promise<void> {
  const shown = page.getByTestId("recorded-time").first();
  const recorded = async (): Promise<number> => {
    const [minutes = NaN, rest = NaN] = ((await shown.textContent()) ?? "").split(":").map(Number);
    return 60 * minutes + rest;
  };
  await expect.poll(recorded, { timeout: 30_000 }).toBeGreaterThanOrEqual(seconds);
}

/** When this text is first seen from now on, in milliseconds since 1970. */
export function appearance(page: Page, text: string): Promise<number> {
  return page.evaluate(appearanceHere, text);
}

/** The same from within a page. */
export function appearanceHere(text: string): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!document.body.innerText.includes(text)) return;
      observer.disconnect();
      resolve(Date.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** When this button is pressed, in milliseconds since 1970. */
export function press(page: Page, name: string): Promise<number> {
  return page.evaluate(pressHere, name);
}

/** The same from within a page. */
export function pressHere(name: string): Promise<number> {
  return new Promise((resolve) => {
    const look = ({ target }: MouseEvent): void => {
      if (!(target instanceof Element) || target.textContent !== name) return;
      removeEventListener("click", look, { capture: true });
      resolve(Date.now());
    };
    addEventListener("click", look, { capture: true });
  });
}

/** Saves the newest recording of a list. */
export async function download(page: Page, to: string): Promise<void> {
  const button = page.getByRole("button", { name: /^Download the recording/ }).first();
  await expect(button).toBeVisible(BUSY);
  const downloaded = page.waitForEvent("download", BUSY);
  await button.click();
  await (await downloaded).saveAs(to);
}
