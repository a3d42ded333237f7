import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./test";
import { freePort, startService } from "./world/service";

test("without any setting the service brings its own chain, and the page works on it", async ({
  arrive,
}) => {
  // Ports and folder are moved out of the way of whoever runs Passerby here already; nothing else is set.
  const folder = mkdtempSync(join(tmpdir(), "passerby-data-"));
  const service = await startService("as-started", [
    `--passerby.data.folder=${folder}`,
    `--passerby.chain.embedded.port=${await freePort()}`,
  ]);
  try {
    const config = (await (await fetch(`${service.localhost}/api/config`)).json()) as object;
    expect(config).toMatchObject({ chainId: 31337, development: true });
    const ada = await arrive("Ada", { origin: service.localhost });
    await ada.open();
    const five = ada.page.getByRole("heading", { name: "Meet a stranger for five minutes." });
    await expect(five).toBeVisible();
    await ada.signIn();
    await ada.stake();
    await ada.button("Go and meet someone").click();
    await ada.meet();
    await ada.expectPhase("waiting");
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
