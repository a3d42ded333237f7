import type { FullConfig } from "@playwright/test";
import { startChain } from "./chain";
import { publish } from "./world";

/**
 * Starts the chain once for all tests; what it returns stops it. The configuration's metadata says how long a session of
 * this world is.
 */
export default async function setup({ metadata }: FullConfig): Promise<() => Promise<void>> {
  const { sessionLimitSeconds } = metadata as { sessionLimitSeconds: number };
  const { stop, ...chain } = await startChain(sessionLimitSeconds);
  publish({ ...chain, sessionLimitSeconds });
  return stop;
}
