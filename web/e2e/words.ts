import { compiled } from "../build/compiled";
import arabic from "../src/words/ar";
import type { Catalogue } from "../src/words/catalogue";
import german from "../src/words/de";
import english from "../src/words/en";
import spanish from "../src/words/es";
import french from "../src/words/fr";
import { type Language, localeFor } from "../src/words/languages";
import { Words } from "../src/words/Words";

/** As they are written, before the build parses them. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  ar: arabic,
};

/** What the page says in a language. */
export function wordsOf(language: Language): Words {
  const features = Object.entries(CATALOGUES[language]).map(([feature, messages]) => [
    feature,
    compiled(messages),
  ]);
  return new Words(language, Object.fromEntries(features) as Catalogue, localeFor(language, []));
}
