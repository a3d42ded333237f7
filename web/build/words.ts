import { fileURLToPath } from "node:url";
import { type Plugin, transformWithOxc } from "vite";
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
        const { code: script } = await transformWithOxc(code, id);
        const url = `data:text/javascript;base64,${Buffer.from(script).toString("base64")}`;
        const { default: messages } = (await import(url)) as { default: Messages };
        return {
          code: `export default ${JSON.stringify(compiled(messages))};`,
          map: null,
        };
      },
    },
  };
}
