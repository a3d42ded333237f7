import { ask } from "../wallet/api";
import { WalletFailure } from "../wallet/failure";
import type { EntryStore, KeptEntry } from "./ContactBook";

const PATH = "/api/contacts";

/** What the service keeps for the wallet that is signed in; refusals are a `WalletFailure` with the service's code. */
export class ServiceEntries implements EntryStore {
  /** As last read, and the service's name of that state (RFC 9110 §8.8.3). */
  #last: { readonly tag: string; readonly entries: readonly KeptEntry[] } | null = null;

  async all(): Promise<readonly KeptEntry[]> {
    const last = this.#last;
    const known = last === null ? {} : { "If-None-Match": last.tag };
    try {
      const answer = await ask("GET", PATH, undefined, known);
      const { contacts } = (await answer.json()) as { contacts?: unknown };
      if (!Array.isArray(contacts)) throw new TypeError("the service did not say what it keeps");
      const entries = contacts.map(readEntry);
      const tag = answer.headers.get("ETag");
      this.#last = tag === null ? null : { tag, entries };
      return entries;
    } catch (error) {
      if (last !== null && isCode(error, "http-304")) return last.entries;
      throw error;
    }
  }

  async put(id: string, replaces: number | null, sealed: string): Promise<KeptEntry | null> {
    const known = replaces === null ? { "If-None-Match": "*" } : { "If-Match": `"${replaces}"` };
    try {
      return readEntry(await (await ask("PUT", `${PATH}/${id}`, { sealed }, known)).json());
    } catch (error) {
      if (isCode(error, "version-mismatch")) return null;
      throw error;
    }
  }

  async remove(id: string): Promise<void> {
    await ask("DELETE", `${PATH}/${id}`);
  }
}

/** Throws where the service says something else. */
export function readEntry(json: unknown): KeptEntry {
  const { id, version, sealed } = (json ?? {}) as Record<string, unknown>;
  if (typeof id !== "string" || typeof sealed !== "string" || !Number.isSafeInteger(version))
    throw new TypeError("the service did not say what it keeps");
  return { id, version: version as number, sealed };
}

function isCode(error: unknown, code: string): boolean {
  return (
    error instanceof WalletFailure &&
    error.failure.kind === "service" &&
    error.failure.code === code
  );
}
