import { ask } from "../wallet/api";
import { WalletFailure } from "../wallet/failure";
import type { EntryStore, KeptEntry } from "./ContactBook";

const PATH = "/api/contacts";

/** What the service keeps for the wallet that is signed in; refusals are a `WalletFailure` with the service's code. */
export const entryStore: EntryStore = {
  async all() {
    const { contacts } = (await (await ask("GET", PATH)).json()) as { contacts?: unknown };
    if (!Array.isArray(contacts)) throw new TypeError("the service did not say what it keeps");
    return contacts.map(readEntry);
  },

  async put(id, replaces, sealed) {
    const known = replaces === null ? { "If-None-Match": "*" } : { "If-Match": `"${replaces}"` };
    try {
      return readEntry(await (await ask("PUT", `${PATH}/${id}`, { sealed }, known)).json());
    } catch (error) {
      if (isMismatch(error)) return null;
      throw error;
    }
  },

  async remove(id) {
    await ask("DELETE", `${PATH}/${id}`);
  },
};

/** Throws where the service says something else. */
export function readEntry(json: unknown): KeptEntry {
  const { id, version, sealed } = (json ?? {}) as Record<string, unknown>;
  if (typeof id !== "string" || typeof sealed !== "string" || !Number.isSafeInteger(version))
    throw new TypeError("the service did not say what it keeps");
  return { id, version: version as number, sealed };
}

function isMismatch(error: unknown): boolean {
  return (
    error instanceof WalletFailure &&
    error.failure.kind === "service" &&
    error.failure.code === "version-mismatch"
  );
}
