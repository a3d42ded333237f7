import { describe, expect, it } from "vitest";
import { addInterests, spokenLanguages } from "./wishes";

describe("addInterests", () => {
  it("takes several at once, trimmed, in lower case, none twice", () => {
    expect(addInterests(["jazz"], " Jazz, Night   Trains ,, chess")).toEqual([
      "jazz",
      "night trains",
      "chess",
    ]);
  });

  it("knows the comma of every script", () => {
    expect(addInterests([], "الجاز، الشطرنج")).toEqual(["الجاز", "الشطرنج"]);
  });

  it("never holds more than eight", () => {
    expect(addInterests([], "a,b,c,d,e,f,g,h,i")).toHaveLength(8);
  });

  it("shortens to 32 characters without cutting one in half", () => {
    expect(addInterests([], "🎷".repeat(40))).toEqual(["🎷".repeat(16)]);
    expect(addInterests([], "a".repeat(40))).toEqual(["a".repeat(32)]);
  });
});

describe("spokenLanguages", () => {
  it("reduces tags to codes, none twice, four at most", () => {
    expect(spokenLanguages(["en-GB", "en", "pt-BR", "x-odd", "de", "fr", "it"])).toEqual([
      "en",
      "pt",
      "de",
      "fr",
    ]);
  });
});
