import { describe, expect, it } from "vitest";
import arabic from "./ar";
import german from "./de";
import english from "./en";
import { Words } from "./Words";

const en = new Words("en", english);
const de = new Words("de", german);
const ar = new Words("ar", arabic, "ar-u-nu-latn");

describe("say", () => {
  it("says what needs nothing as it stands", () => {
    expect(en.say("common.close")).toBe("Close");
    expect(de.say("common.close")).toBe("Schließen");
  });

  it("counts people, not items", () => {
    expect(en.say("lobby.others", { count: 0 })).toContain("Nobody else");
    expect(en.say("lobby.others", { count: 1 })).toBe("1 other waiting");
    expect(en.say("lobby.others", { count: 1_400 })).toBe("1,400 others waiting");
  });

  it.each([
    [1, "شخص آخر"],
    [2, "شخصان آخران"],
    [3, "3 أشخاص آخرين"],
    [11, "11 شخصًا آخر"],
    [100, "100 شخص آخر"],
  ])("counts %i in Arabic as Arabic does", (count, said) => {
    expect(ar.say("lobby.others", { count })).toBe(`${said} في الانتظار`);
  });

  it("keeps a Latin name from reordering the Arabic around it, and leaves other languages alone", () => {
    expect(ar.say("signin.sayYes", { wallet: "Rabby (2)" })).toContain("\u2068Rabby (2)\u2069");
    expect(de.say("signin.sayYes", { wallet: "Rabby (2)" })).not.toMatch(/[\u2066-\u2069]/u);
  });

  it("inserts markup as the text it is", () => {
    expect(en.say("lobby.remove", { name: "<b>{x}</b> ’ '" })).toBe("Remove <b>{x}</b> ’ '");
  });
});

it("puts elements where the text wants them", () => {
  const strong = (held: readonly unknown[]) => ({ strong: held.join("") });
  const given = { amount: en.eth(10n ** 18n), length: en.duration(90), strong };
  expect(en.sayRich("passes.cooling", given)).toEqual([
    "1\u00a0ETH can be withdrawn in ",
    { strong: "1 minute, 30 seconds" },
    ".",
  ]);
});

describe("a session’s length", () => {
  it.each([
    [300, "five minutes"],
    [60, "one minute"],
    [900, "15 minutes"],
    [15, "15 seconds"],
    [90, "90 seconds"],
  ])("%i seconds is %s", (seconds, said) => expect(en.sessionLength(seconds)).toBe(said));

  it("is said in the language", () => {
    expect(de.sessionLength(300)).toBe("fünf Minuten");
    expect(ar.sessionLength(120)).toBe("دقيقتين");
  });
});

describe("what others have typed or sent", () => {
  it("is listed as the language lists", () => {
    expect(en.list(["jazz", "chess", "trains"])).toBe("jazz, chess, and trains");
    expect(de.list(["Jazz", "Schach"])).toBe("Jazz und Schach");
  });

  it("names languages, and repeats what is none", () => {
    expect(en.languageName("pt")).toBe("Portuguese");
    expect(de.languageName("pt")).toBe("Portugiesisch");
    expect(en.languageName("not a language")).toBe("not a language");
  });
});
