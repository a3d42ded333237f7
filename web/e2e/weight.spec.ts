import { expect, test } from "./test";
import { OutsideThePage } from "./wallets";
import { giveWallet, table, total, weigh } from "./weight";
import { startService } from "./world/service";

/**
 * Bytes as served, headers and answers included, until the lobby can be used for the first time. What is aimed at is 200 kB;
 * this only keeps it from growing.
 */
const MOST = 318_000;

test("whoever comes for the first time waits for no more than they did before", async ({
  arrive,
  world,
}) => {
  // As in production: without the demo wallets, which only a development chain has.
  const service = await startService("weighed", [
    `--passerby.chain.rpc-url=${world.rpcUrl}`,
    `--passerby.chain.tier-pass=${world.tierPass}`,
    `--passerby.chain.session-staking=${world.sessionStaking}`,
    "--passerby.chain.demo-wallets=false",
  ]);
  try {
    const wallet = await OutsideThePage.of("Emil", world.localhost);
    await wallet.stake();
    for (const locale of ["en-GB", "ar"]) {
      const emil = await arrive("Emil", { locale, origin: service.localhost });
      const { say } = emil.words;
      await giveWallet(emil, wallet);
      const loaded = await weigh(emil);

      await emil.open();
      await emil.chooseToSignIn();
      await emil.dialog(say("welcome.signIn")).getByRole("button", { name: "Pocket" }).click();
      await emil.goTo("Meet");
      const meet = emil.button(say("lobby.meet"));
      await expect(meet).toBeEnabled();
      await expect(meet).not.toHaveAttribute("aria-busy");

      // The encounter's view is asked for as soon as the lobby can be used, so that nobody waits for it later.
      const view = () => loaded().find(({ name }) => /^Encounter-.*\.js$/.test(name));
      await expect.poll(view).toBeDefined();
      const usable = view()?.asked ?? 0;
      const before = loaded().filter(({ asked }) => asked < usable);
      console.warn(table(`Until the lobby can be used, ${locale}`, before));
      expect(before.length).toBeGreaterThan(10);
      expect(total(before)).toBeLessThanOrEqual(MOST);
    }
  } finally {
    await service.stop();
  }
});
