/** Limits of the wire protocol's `join`. */
export const MOST_INTERESTS = 8;
export const MOST_LANGUAGES = 4;
export const LONGEST_INTEREST = 32;

/** What parts several interests, in any script. */
export const COMMA = /[,،、，]/u;

/** Adds what someone typed; commas part several. Says nothing about what does not fit: the field shows it. */
export function addInterests(present: readonly string[], typed: string): readonly string[] {
  const added = typed
    .split(COMMA)
    .map((interest) => interest.trim().toLowerCase().replaceAll(/\s+/gu, " "))
    .filter((interest) => interest !== "")
    .map(shorten);
  return [...new Set([...present, ...added])].slice(0, MOST_INTERESTS);
}

/** Cuts between what a reader takes for characters, so that no flag or face is torn apart. */
function shorten(interest: string): string {
  let short = "";
  for (const { segment } of new Intl.Segmenter("en").segment(interest)) {
    if (short.length + segment.length > LONGEST_INTEREST) break;
    short += segment;
  }
  return short.trim();
}

/** The languages a browser says its person reads, as bare codes: `["en-GB", "en", "pt"]` becomes `["en", "pt"]`. */
export function spokenLanguages(preferred: readonly string[]): readonly string[] {
  const codes = preferred.map((tag) => tag.toLowerCase().split("-", 1)[0] ?? "");
  return [...new Set(codes)].filter((code) => /^[a-z]{2,3}$/u.test(code)).slice(0, MOST_LANGUAGES);
}

/** Languages on offer; the browser itself knows their names. */
export const LANGUAGES: readonly string[] = [
  "ar",
  "bn",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "fa",
  "fi",
  "fr",
  "he",
  "hi",
  "hu",
  "id",
  "it",
  "ja",
  "ko",
  "nl",
  "no",
  "pl",
  "pt",
  "ro",
  "ru",
  "sv",
  "sw",
  "ta",
  "th",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh",
];
