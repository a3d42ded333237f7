import { expect, test } from "./test";
import { OutsideThePage } from "./wallets";

test("somebody who turns the signature down is told that nothing happened, and may try again", async ({
  arrive,
}) => {
  const chioma = await arrive("Chioma");
  await chioma.open();
  await chioma.chooseToSignIn();
  await chioma.chooseWallet();
  await chioma.wallet.getByRole("button", { name: "Reject" }).click();
  const dialog = chioma.dialog("Sign in with your wallet");
  await expect(dialog.getByRole("alert")).toContainText(
    "Nothing was signed and nothing was spent.",
  );
  await dialog.getByRole("button", { name: "Ask my wallet again" }).click();
  await chioma.sign();
});

test("somebody with neither stake nor pass is shown the way in, and the service refuses them, too", async ({
  arrive,
  world,
}) => {
  const chioma = await arrive("Chioma");
  await (await OutsideThePage.of("Chioma", world.localhost)).unstake();
  await chioma.signIn();
  await chioma.goTo("Meet");
  await expect(chioma.button("Meet")).toBeHidden();
  const answer = await chioma.page.evaluate(joinOverABareSocket);
  expect(answer).toMatchObject({ type: "error", code: "entitlement-required" });
});

test("whoever takes the stake back gets no new encounter", async ({ arrive, world }) => {
  const dara = await arrive("Dara");
  await (await OutsideThePage.of("Dara", world.localhost)).stake();
  await dara.signIn();
  await dara.unstake();
  // The page has its receipt sooner than the service looks at the chain again.
  await expect.poll(() => dara.page.evaluate(mayMeet), { timeout: 4_000 }).toBe(false);
  const answer = await dara.page.evaluate(joinOverABareSocket);
  expect(answer).toMatchObject({ type: "error", code: "entitlement-required" });
});

test("stake that is taken back with another program closes the door, too", async ({
  arrive,
  world,
}) => {
  const dara = await arrive("Dara");
  const elsewhere = await OutsideThePage.of("Dara", world.localhost);
  await elsewhere.stake();
  await dara.signIn();
  await dara.goTo("Meet");
  await expect(dara.button("Meet")).toBeEnabled();
  await elsewhere.unstake();
  // One block and two seconds, then the service knows by itself.
  await expect.poll(() => dara.page.evaluate(mayMeet), { timeout: 4_000 }).toBe(false);
  // The page offers the way in again, and would be refused if it did not.
  await expect(dara.button("Get a pass or stake")).toBeVisible();
  await expect(dara.button("Meet")).toBeHidden();
  const answer = await dara.page.evaluate(joinOverABareSocket);
  expect(answer).toMatchObject({ type: "error", code: "entitlement-required" });
});

/** Joins past the page's own buttons: the first answer that is neither a greeting nor news. */
function joinOverABareSocket(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${location.origin.replace("http", "ws")}/api/socket`);
    socket.onerror = () => reject(new Error("the socket failed"));
    socket.onopen = () => socket.send('{"type":"join","interests":[],"languages":[]}');
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data as string) as { type: string };
      if (message.type === "welcome" || message.type === "entitlement") return;
      socket.close();
      resolve(message);
    };
  });
}

async function mayMeet(): Promise<unknown> {
  const response = await fetch("/api/entitlement");
  return ((await response.json()) as { mayMeet?: unknown }).mayMeet;
}
