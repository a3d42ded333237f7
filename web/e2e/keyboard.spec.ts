import type { Person } from "./person";
import { expect, test } from "./test";

test("somebody with a keyboard alone signs in and walks to the lobby", async ({ arrive }) => {
  const chioma = await arrive("Chioma");
  await chioma.open();
  await expect(chioma.button("Sign in with your wallet")).toBeEnabled();
  await press(chioma, "Sign in with your wallet");
  await expect(chioma.dialog("Sign in with your wallet")).toBeVisible();
  await press(chioma, /^Chioma/);
  await expect(chioma.wallet).toBeVisible();
  await press(chioma, "Connect");
  await expect(chioma.wallet).toContainText("asks you to sign");
  await press(chioma, "Sign");
  await expect(chioma.page.getByRole("navigation", { name: "Places" })).toBeVisible();
  await press(chioma, "Meet", "link");
  await chioma.expectPhase("idle");
});

test("Escape closes the dialog and gives the focus back to what opened it", async ({ arrive }) => {
  const chioma = await arrive("Chioma");
  await chioma.open();
  await expect(chioma.button("Sign in with your wallet")).toBeEnabled();
  await press(chioma, "Sign in with your wallet");
  await expect(chioma.dialog("Sign in with your wallet")).toBeVisible();
  await chioma.page.keyboard.press("Escape");
  await expect(chioma.dialog("Sign in with your wallet")).toBeHidden();
  await expect(chioma.button("Sign in with your wallet")).toBeFocused();
});

/** Tabs, at most once around the page, until the control has the focus; then presses it. */
async function press(
  { page }: Person,
  name: string | RegExp,
  role: "button" | "link" = "button",
): Promise<void> {
  const control = page.getByRole(role, { name, exact: true });
  await expect(control).toBeVisible();
  for (let tabs = 0; tabs < 40; tabs++) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press("Enter");
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${name} cannot be reached with the Tab key`);
}
