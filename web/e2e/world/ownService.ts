import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, type Service, startService } from "./service";
import type { World } from "./world";

/** A service beside the one that all tests share, with a chain and a memory of its own. */
export interface OwnService extends Service {
  /** Where it keeps what it remembers. */
  readonly folder: string;
}

/** Starts one as it starts without settings, but for these, and removes what it leaves once it has been used. */
export async function withOwnService(
  name: string,
  settings: readonly string[],
  run: (service: OwnService) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "passerby-data-"));
  try {
    const service = await startService(name, [
      `--passerby.data.folder=${folder}`,
      `--passerby.chain.embedded.port=${await freePort()}`,
      ...settings,
    ]);
    try {
      await run({ ...service, folder });
    } finally {
      await service.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The chain of a service of one's own, for whoever acts on it past the page. */
export async function worldOf({ localhost, loopback }: Service): Promise<World> {
  const response = await fetch(`${localhost}/api/config`);
  const chain = (await response.json()) as Pick<World, "rpcUrl" | "tierPass" | "sessionStaking">;
  return { ...chain, localhost, loopback, sessionLimitSeconds: 300 };
}
