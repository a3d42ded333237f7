import { describe, expect, it } from "vitest";
import ar from "../words/ar/emoji";
import de from "../words/de/emoji";
import en from "../words/en/emoji";
import es from "../words/es/emoji";
import fr from "../words/fr/emoji";
import { EMOJI } from "./emoji";

describe("the pictures", () => {
  it("are 64, none of them twice: six bits each", () => {
    expect(EMOJI).toHaveLength(64);
    expect(new Set(EMOJI.map(({ emoji }) => emoji)).size).toBe(64);
  });

  it("are one code point each that is drawn in colour by itself", () => {
    for (const { emoji } of EMOJI) expect(emoji).toMatch(/^\p{Emoji_Presentation}$/u);
  });

  it.each(Object.entries({ en, es, fr, de, ar }))(
    "have names in %s that are not taken for each other when heard",
    (_language, names: Readonly<Record<string, string>>) => {
      const spoken = EMOJI.map(({ name }) => names[name]?.toLowerCase() ?? "");
      for (const [at, name] of spoken.entries()) {
        expect(name).not.toBe("");
        const others = spoken.filter(
          (other, place) => place !== at && ` ${other} `.includes(` ${name} `),
        );
        expect(others, name).toEqual([]);
      }
    },
  );
});
