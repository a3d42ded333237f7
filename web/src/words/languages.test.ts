import { describe, expect, it } from "vitest";
import { LANGUAGES, languageFor, localeFor, NATIVE_NAMES } from "./languages";

describe("languageFor", () => {
  it("goes by the choice of an earlier visit before anything else", () => {
    expect(languageFor("ar", ["de-AT", "en"])).toBe("ar");
  });

  it.each([
    [["de-AT", "en"], "de"],
    [["nl-BE", "fr-BE", "en"], "fr"],
    [["AR-eg"], "ar"],
    [["ja"], "en"],
    [[], "en"],
  ])("finds among %j the first that the page speaks: %s", (wanted, language) => {
    expect(languageFor(null, wanted)).toBe(language);
  });

  it("does not stumble over a choice that it does not know", () => {
    expect(languageFor("tlh", ["es-MX"])).toBe("es");
  });
});

describe("localeFor", () => {
  it("keeps the reader's region", () => {
    expect(localeFor("en", ["de-CH", "en-IN", "en-US"])).toBe("en-IN");
    expect(localeFor("fr", ["en"])).toBe("fr");
  });

  it("writes Arabic with the digits that addresses and amounts have", () => {
    for (const wanted of [[], ["ar-EG"], ["ar-MA"]])
      expect(new Intl.NumberFormat(localeFor("ar", wanted)).format(57)).toBe("57");
  });
});

it("calls every language by the name it gives itself", () => {
  for (const language of LANGUAGES) {
    const own = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? "";
    expect(NATIVE_NAMES[language].toLowerCase()).toBe(own.toLowerCase());
  }
});
