import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Plugin, transformWithOxc } from "vite";
import { directionOf, LANGUAGES, type Language } from "../src/words/languages.ts";
import { compiled, type Messages } from "./compiled.ts";

/** A feature's messages in one language: `src/words/<language>/<feature>.ts`. */
const MESSAGES = /\/src\/words\/[a-z]{2}\/(?!index\.ts$)\w+\.ts$/;

/** Parses the ICU messages while the page is built, so that the browser needs no parser. */
export function parsedWords(): Plugin {
  return {
    name: "passerby:parsed-words",
    enforce: "pre",
    config: (_, { mode }) =>
      // The tests also parse messages that nobody has built.
      mode === "test"
        ? {}
        : {
            resolve: {
              alias: {
                "@formatjs/icu-messageformat-parser": fileURLToPath(
                  import.meta.resolve("@formatjs/icu-messageformat-parser/no-parser.js"),
                ),
              },
            },
          },
    transform: {
      filter: { id: MESSAGES },
      async handler(code, id) {
        const messages = await messagesIn(code, id);
        return {
          code: `export default ${JSON.stringify(compiled(messages))};`,
          map: null,
        };
      },
    },
    transformIndexHtml: { order: "pre", handler: withWords },
  };
}

/** The document itself: described in English, and to whoever has no script in every language. */
async function withWords(html: string): Promise<string> {
  const { description = "" } = await pageWords("en");
  const paragraphs = await Promise.all(
    LANGUAGES.map(async (language) => {
      const { noScript = "" } = await pageWords(language);
      return `<p lang="${language}" dir="${directionOf(language)}">${escaped(noScript)}</p>`;
    }),
  );
  return html
    .replace("%page.description%", () => escaped(description))
    .replace("%page.noScript%", () => paragraphs.join(""));
}

async function pageWords(language: Language): Promise<Messages> {
  const file = fileURLToPath(new URL(`../src/words/${language}/page.ts`, import.meta.url));
  return messagesIn(await readFile(file, "utf8"), file);
}

async function messagesIn(code: string, id: string): Promise<Messages> {
  const { code: script } = await transformWithOxc(code, id);
  const url = `data:text/javascript;base64,${Buffer.from(script).toString("base64")}`;
  return ((await import(url)) as { default: Messages }).default;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
