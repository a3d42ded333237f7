import {
  isArgumentElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import ar from "./ar";
import type { Catalogue } from "./catalogue";
import de from "./de";
import en from "./en";
import es from "./es";
import fr from "./fr";
import { type Language, LANGUAGES } from "./languages";

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, es, fr, de, ar };
const TRANSLATED = LANGUAGES.filter((language) => language !== "en");

/** What `build/compiled.ts` makes of every message: text, or what the parser has read. */
function messages(language: Language): Map<string, string | MessageFormatElement[]> {
  return new Map(
    Object.entries(CATALOGUES[language]).flatMap(([feature, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${feature}.${name}`, text] as const),
    ),
  );
}

function elements(message: string | readonly MessageFormatElement[]): MessageFormatElement[] {
  if (typeof message === "string") return [];
  return message.flatMap((element) => [
    element,
    ...(isTagElement(element) ? elements(element.children) : []),
    ...(isPluralElement(element) || isSelectElement(element)
      ? Object.values(element.options).flatMap(({ value }) => elements(value))
      : []),
  ]);
}

/** The names that a message needs, each with its kind; a select with its cases. */
function needs(message: string | readonly MessageFormatElement[]): string[] {
  const names = elements(message).flatMap((element) => {
    if (isTagElement(element)) return [`<${element.value}>`];
    if (isArgumentElement(element)) return [element.value];
    if (isSelectElement(element))
      return [`${element.value}, select ${Object.keys(element.options).sort().join("|")}`];
    if (isPluralElement(element)) return [`${element.value}, ${element.pluralType ?? "cardinal"}`];
    return [];
  });
  return [...new Set(names)].sort();
}

describe.each(TRANSLATED)("%s", (language) => {
  const translated = messages(language);

  it("has the messages of English, in its order", () => {
    expect([...translated.keys()]).toEqual([...messages("en").keys()]);
  });

  it("needs in every message what English needs there", () => {
    for (const [id, english] of messages("en"))
      expect({ id, needs: needs(translated.get(id) ?? "") }).toEqual({ id, needs: needs(english) });
  });
});

describe.each(LANGUAGES)("%s", (language) => {
  it("has a form for every number of things that people have", () => {
    const rules = {
      cardinal: new Intl.PluralRules(language),
      ordinal: new Intl.PluralRules(language, { type: "ordinal" }),
    };
    for (const [id, message] of messages(language))
      for (const element of elements(message).filter(isPluralElement)) {
        const { [element.pluralType ?? "cardinal"]: rule } = rules;
        const wanted = new Set(Array.from({ length: 1_001 }, (_, count) => rule.select(count)));
        const given = Object.keys(element.options).filter((key) => !key.startsWith("="));
        expect({ id, forms: new Set([...given, "other"]) }).toEqual({
          id,
          forms: new Set([...wanted, "other"]),
        });
      }
  });

  it("leaves nothing empty and writes apostrophes as such, which ICU does not take for quotes", () => {
    const folder = new URL(`./${language}/`, import.meta.url);
    for (const file of readdirSync(folder)) {
      const source = readFileSync(new URL(file, folder), "utf8");
      expect(source, file).not.toMatch(/[^\n]'[^\n]*",?$/m);
      expect(source, file).not.toMatch(/: " ?"/);
    }
    for (const [id, message] of messages(language)) expect(message, id).not.toHaveLength(0);
  });
});

test("a count is written with #, as the language writes numbers", () => {
  for (const language of LANGUAGES)
    for (const [id, message] of messages(language)) {
      const counts = elements(message).filter(isPluralElement);
      const inserted = elements(message).filter(isArgumentElement);
      for (const { value } of counts)
        expect(
          inserted.map((argument) => argument.value),
          `${language} ${id}`,
        ).not.toContain(value);
    }
});

test("what is no message is found out", () => {
  expect(() => parse("{count, plural, one {# person}}")).toThrow();
  expect(() => parse("{name")).toThrow();
});
