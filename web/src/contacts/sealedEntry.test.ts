import { describe, expect, it } from "vitest";
import { MOST_NAME, MOST_NOTE } from "./contact";
import type { Contact } from "./contact";
import { newId, open, seal, SEALED_SIZES } from "./sealedEntry";
import { vaultKey } from "./vaultKey";

const WALLET = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const contact = (change: Partial<Contact> = {}): Contact => ({
  id: newId(),
  secret: crypto.getRandomValues(new Uint8Array(32)),
  side: "impolite",
  name: "Noor",
  note: "",
  since: "2026-11-22",
  visible: false,
  ...change,
});
const key = (material = 1) => vaultKey(new Uint8Array(64).fill(material), WALLET);

describe("a sealed contact", () => {
  it.each<[string, Partial<Contact>]>([
    ["a short one", {}],
    ["the longest one", { name: "字".repeat(MOST_NAME), note: "字".repeat(MOST_NOTE) }],
    ["one of quotes", { name: '"'.repeat(MOST_NAME), note: "\\".repeat(MOST_NOTE) }],
  ])("opens again: %s, in one of few lengths", async (_what, change) => {
    const kept = contact(change);
    const sealed = await seal(await key(), kept);
    expect(SEALED_SIZES).toContain(sealed.length);
    expect(await open(await key(), kept.id, Uint8Array.from(sealed))).toEqual(kept);
  });

  it("has the same length whatever a short name is", async () => {
    const lengths = await Promise.all(
      ["N", "Noor, from the night train to Lisbon"].map(
        async (name) => (await seal(await key(), contact({ name }))).length,
      ),
    );
    expect(lengths[0]).toBe(lengths[1]);
  });

  it("is another one each time", async () => {
    const kept = contact();
    expect(await seal(await key(), kept)).not.toEqual(await seal(await key(), kept));
  });

  it("opens neither with another key, nor under another name, nor when a bit is another", async () => {
    const kept = contact();
    const sealed = Uint8Array.from(await seal(await key(), kept));
    expect(await open(await key(2), kept.id, sealed)).toBeNull();
    expect(await open(await key(), newId(), sealed)).toBeNull();
    for (const at of [0, 1, 20, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await open(await key(), kept.id, changed)).toBeNull();
    }
    expect(await open(await key(), kept.id, sealed.slice(0, 20))).toBeNull();
  });
});
