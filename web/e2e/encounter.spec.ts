import { expectToSee } from "./media";
import type { Person } from "./person";
import { expect, test } from "./test";
import { meet } from "./together";

test("whoever has only a keyboard finds everything beside the picture, and comes back from it", async ({
  arrive,
  unhurried,
}) => {
  const emil = await arrive("Emil", { origin: unhurried.localhost });
  const farah = await arrive("Farah", {
    origin: unhurried.localhost,
    viewport: { width: 390, height: 844 },
  });
  await meet(emil, farah);

  for (const person of [emil, farah]) {
    const { keyboard } = person.page;
    const devices = person.dialog("Devices");
    await test.step(`${person.name} opens a panel from the menu`, async () => {
      await person.button("More").focus();
      await keyboard.press("Enter");
      await expect(person.page.getByRole("menu")).toBeVisible();
      await expect(person.page.locator("[role^=menuitem]").first()).toBeFocused();
      // Within a menu a letter goes to the entry that begins with it.
      await keyboard.press("d");
      await expect(person.page.getByRole("menuitem", { name: "Devices" })).toBeFocused();
      await expect(devices).toBeHidden();
      await keyboard.press("Enter");
      await expect(devices).toBeFocused();
      await expect(person.page.getByRole("menu")).toBeHidden();
    });

    await test.step(`${person.name} still sees the other beside it`, async () => {
      const panel = await devices.boundingBox();
      const picture = await person.page.getByTestId("remote-video").boundingBox();
      if (panel === null || picture === null) throw new Error("nothing is shown");
      expect(apart(panel, picture), "the panel does not cover the picture").toBe(true);
      expect(picture.width * picture.height).toBeGreaterThan(100_000);
      await expectToSee(person.page);
    });

    await test.step("Escape closes the panel, and only the panel", async () => {
      await keyboard.press("Escape");
      await expect(devices).toBeHidden();
      await expect(person.button("More")).toBeFocused();
      await person.expectPhase("live");
    });

    await test.step("a key opens it, and Escape closes it from wherever the focus is", async () => {
      await keyboard.press("d");
      await expect(devices).toBeFocused();
      await person.button("Mute").focus();
      await keyboard.press("Escape");
      await expect(devices).toBeHidden();
      await person.expectPhase("live");
    });

    await test.step("keys that a field takes do nothing else", async () => {
      await keyboard.press("d");
      await devices.getByRole("combobox", { name: "Camera" }).focus();
      await keyboard.press("m");
      await expect(person.button("Mute")).toHaveAttribute("aria-pressed", "false");
      await keyboard.press("Escape");
      await expect(devices).toBeHidden();
    });
  }

  await emil.page.keyboard.press("Escape");
  await emil.expectPhase("idle");
  await farah.expectPhase("ended");
});

type Box = NonNullable<Awaited<ReturnType<ReturnType<Person["dialog"]>["boundingBox"]>>>;

function apart(a: Box, b: Box): boolean {
  return (
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
  );
}
