import { describe, expect, it } from "vitest";
import { MOST_NAME, readContact, tidy, writeContact } from "./contact";
import type { Contact } from "./contact";

const ID = "ab".repeat(16);
const CONTACT: Contact = {
  id: ID,
  secret: new Uint8Array(32).fill(7),
  side: "polite",
  name: "Noor, from the night train",
  note: "plays the oud",
  since: "2026-11-22",
  visible: true,
};

describe("a contact", () => {
  it("is read as it was written", () => {
    expect(readContact(ID, JSON.parse(JSON.stringify(writeContact(CONTACT))))).toEqual(CONTACT);
  });

  it.each([
    ["nothing", null],
    ["a short secret", { ...writeContact(CONTACT), secret: "07" }],
    ["another side", { ...writeContact(CONTACT), side: "left" }],
    ["a name that is too long", { ...writeContact(CONTACT), name: "x".repeat(MOST_NAME + 1) }],
    ["no day", { ...writeContact(CONTACT), since: "yesterday" }],
    ["no word on whether they may see", { ...writeContact(CONTACT), visible: 1 }],
  ])("is not %s", (_what, json) => expect(readContact(ID, json)).toBeNull());
});

it.each([
  ["  Noor  ", "Noor"],
  ["two\nlines\u0000", "two lines"],
  ["é", "é"],
  ["x".repeat(99), "x".repeat(60)],
])("%j is kept as %j", (typed, kept) => expect(tidy(typed, MOST_NAME)).toBe(kept));

it("cuts no sign in two", () => {
  expect(tidy(`${"x".repeat(58)}👩‍🎤🎻`, MOST_NAME)).toBe("x".repeat(58));
});
