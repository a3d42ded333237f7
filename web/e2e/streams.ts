import type { Locator } from "@playwright/test";
import type { Person } from "./person";
import { expect } from "./test";

/** Encoders on a machine that has other things to do. */
export const BUSY = { timeout: 60_000 };

/** Opens the panel, if it is not open; returns it. */
export async function openStreaming(person: Person): Promise<Locator> {
  const panel = person.dialog("Streaming");
  if (!(await panel.isVisible())) await person.page.keyboard.press("l");
  await expect(panel).toBeVisible();
  return panel;
}

/** Asks the other whether both may be streamed. */
export async function streamBoth(
  person: Person,
  where: "rtmp" | "whip",
  address: string,
  key: string,
): Promise<void> {
  await fill(person, where, address, key, "Both of you");
  await person.dialog("Streaming").getByRole("button", { name: "Ask them" }).click();
}

/** Streams only oneself. */
export async function streamOwn(
  person: Person,
  where: "rtmp" | "whip",
  address: string,
  key: string,
): Promise<void> {
  await fill(person, where, address, key, "Only you");
  await person.dialog("Streaming").getByRole("button", { name: "Go live" }).click();
}

async function fill(
  person: Person,
  where: "rtmp" | "whip",
  address: string,
  key: string,
  who: string,
): Promise<void> {
  const panel = await openStreaming(person);
  await panel.getByRole("combobox", { name: "Where to" }).selectOption(where);
  await panel.getByLabel("Address").fill(address);
  await panel.getByLabel(where === "whip" ? /^Token/ : "Stream key").fill(key);
  await panel.getByRole("radio", { name: who }).check();
}

/** Waits until the page tells at what rate it streams. */
export async function expectLive({ page }: Person): Promise<void> {
  await expect(page.locator('[data-line="live"]').first()).toBeVisible(BUSY);
  await expect(page.getByText(/^Live, [\d,]+ kbit\/s$/).first()).toBeVisible(BUSY);
}
