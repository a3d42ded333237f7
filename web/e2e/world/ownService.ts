import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, type Service, startService } from "./service";

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
