import { expect, test } from "./test";

test("whoever presses while the page is still being made ready is not asked to press again", async ({
  arrive,
}) => {
  const emil = await arrive("Emil");
  const { page } = emil;
  const name = emil.words.say("welcome.signIn");
  let answer = (): void => undefined;
  const pressed = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/api/config", async (route) => {
    await pressed;
    await route.continue();
  });
  await emil.open();
  await emil.button(name).hover();
  await page.mouse.down();
  answer();
  // All that the page needs has come, and it would have replaced what is on the screen.
  await page.waitForLoadState("networkidle");
  await page.mouse.up();
  await expect(emil.dialog(name)).toBeVisible();
});

test("whoever presses Meet while the service is still counting their pass does not press again", async ({
  arrive,
}) => {
  const emil = await arrive("Emil");
  let answer = (): void => undefined;
  const pressed = new Promise<void>((resolve) => (answer = resolve));
  await emil.page.route("**/api/entitlement", async (route) => {
    await pressed;
    await route.continue();
  });
  await emil.comeIn();
  const meet = emil.button(emil.words.say("lobby.meet"));
  await expect(meet).toHaveAttribute("aria-busy", "true");
  // Forced: it says that it is busy, which does not keep anybody from pressing it.
  await meet.click({ force: true });
  await emil.expectPhase("idle");
  answer();
  await emil.expectPhase("waiting");
});
