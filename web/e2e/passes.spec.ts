import { expect, test } from "./test";

test("somebody moves a pass up for the difference, and it keeps its number", async ({ arrive }) => {
  const farah = await arrive("Farah");
  await farah.signIn();
  const minted = await farah.mint("Bronze");
  const card = minted.getByRole("article");
  const before = await card.getByRole("img").getAttribute("src");
  const number = /#\d+/.exec((await card.getByRole("heading").textContent()) ?? "")?.[0] ?? "none";
  await minted.getByRole("button", { name: "Close" }).click();

  const held = farah.page.getByRole("article", { name: `Bronze ${number}, yours` });
  await expect(held.getByRole("button", { name: "Make it Gold · 0.24 ETH" })).toBeVisible();
  const done = await farah.upgrade(held, "Gold");
  const now = done.getByRole("article", { name: `Gold ${number}, yours` });
  await expect(now).toContainText("Open rooms for eight people");
  await expect(now.getByRole("img")).not.toHaveAttribute("src", before ?? "");
});
