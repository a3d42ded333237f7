/** Every language that the page speaks. */
export const LANGUAGES = ["en", "es", "fr", "de", "ar"] as const;

export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself, so that whoever reads no other still finds theirs. */
export const NATIVE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  ar: "العربية",
};

/** The way in which a language is written. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/**
 * The language to begin with: the one chosen on an earlier visit, else the first that the browser asks for and the page
 * speaks, else English.
 *
 * @param wanted BCP 47 tags in order of preference, as in `navigator.languages`
 */
export function languageFor(chosen: string | null, wanted: readonly string[]): Language {
  return [chosen, ...wanted.map(languageOf)].find(isLanguage) ?? "en";
}

/**
 * The tag by which numbers and dates are written: with the region of the reader, where the browser names one.
 * Arabic is written with the digits 0–9: they stand beside addresses, amounts and a clock that have no others.
 */
export function localeFor(language: Language, wanted: readonly string[]): string {
  const locale = wanted.find((tag) => languageOf(tag) === language) ?? language;
  return language === "ar"
    ? new Intl.Locale(locale, { numberingSystem: "latn" }).toString()
    : locale;
}

function isLanguage(tag: string | null): tag is Language {
  return LANGUAGES.some((language) => language === tag);
}

function languageOf(tag: string): string {
  return tag.toLowerCase().split("-", 1)[0] ?? "";
}
