import { ask } from "../wallet/api";

/** How many people this wallet has blocked; they have no names. */
export async function countBlocks(): Promise<number> {
  return read(await ask("GET", "/api/blocks"));
}

/** Forgets them all. */
export async function forgetBlocks(): Promise<number> {
  return read(await ask("DELETE", "/api/blocks"));
}

async function read(response: Response): Promise<number> {
  const { count } = (await response.json()) as { count?: unknown };
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 0)
    throw new TypeError("the service did not say how many");
  return count;
}
