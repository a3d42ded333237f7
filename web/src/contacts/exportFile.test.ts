import { describe, expect, it } from "vitest";
import type { Contact } from "./contact";
import { exportContacts, importContacts, isExport } from "./exportFile";
import { newId } from "./sealedEntry";
import { newPhrase } from "./phrase";

const noor: Contact = {
  id: newId(),
  secret: new Uint8Array(32).fill(3),
  side: "impolite",
  name: "Noor",
  note: "plays the oud",
  since: "2026-11-22",
  visible: false,
};

describe("a file of contacts", () => {
  it("holds everything, and opens with its words alone", async () => {
    const { text, phrase } = await exportContacts([noor]);
    expect(text).not.toContain("Noor");
    expect(text).not.toContain(phrase.split(" ")[0]);
    expect(isExport(text)).toBe(true);
    expect(await importContacts(text, phrase)).toEqual({
      kind: "contacts",
      contacts: [{ ...noor, id: expect.any(String) as string }],
    });
    expect(await importContacts(text, newPhrase())).toEqual({ kind: "wrong-phrase" });
    expect(await importContacts(text, "hello")).toEqual({ kind: "wrong-phrase" });
  });

  it("has names of its own, and gives new ones to whoever takes it over", async () => {
    const { text, phrase } = await exportContacts([noor]);
    expect(text).not.toContain(noor.id);
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const imported = await importContacts(text, phrase);
        return imported.kind === "contacts" ? imported.contacts.map(({ id }) => id) : [];
      }),
    );
    const [one, two] = ids.flat();
    expect(new Set([noor.id, one, two]).size).toBe(3);
    expect(text).not.toContain(one);
  });

  it("has other words each time", async () => {
    const [one, two] = [await exportContacts([noor]), await exportContacts([noor])];
    expect(one.phrase).not.toBe(two.phrase);
    expect(await importContacts(one.text, two.phrase)).toEqual({ kind: "wrong-phrase" });
  });

  it.each([
    "",
    "{",
    "[]",
    "null",
    '{"format":"something else","version":1,"entries":[]}',
    '{"format":"passerby-contacts","version":2,"entries":[]}',
    '{"format":"passerby-contacts","version":1,"entries":[{"id":"../../etc","sealed":""}]}',
    '{"format":"passerby-contacts","version":1,"entries":[7]}',
  ])("is not %j", async (text) => {
    expect(isExport(text)).toBe(false);
    expect(await importContacts(text, newPhrase())).toEqual({ kind: "unreadable" });
  });
});
