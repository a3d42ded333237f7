import { describe, expect, it } from "vitest";
import { addInterests, languageName, spokenLanguages } from "./wishes";

describe("addInterests", () => {
  it("takes several at once, trimmed, in lower case, none twice", () => {
    expect(addInterests(["jazz"], " Jazz, Night   Trains ,, chess")).toEqual([
      "jazz",
      "night trains",
      "chess",
    ]);
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

describe("languageName", () => {
  it("names what it knows and repeats what it does not", () => {
    expect(languageName("pt")).toBe("Portuguese");
    expect(languageName("not a language")).toBe("not a language");
  });
});
