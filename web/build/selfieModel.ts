import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";
import { readTflite } from "./tflite.ts";

/** What a worker imports: the layers, and where their weights are. */
const ID = "virtual:selfie-model";

/** Gives the network that tells people from what is behind them to a worker, as the package has it (Apache-2.0). */
export function selfieModel(): Plugin {
  const require = createRequire(import.meta.url);
  const file = require.resolve("@mediapipe/selfie_segmentation/selfie_segmentation.tflite");
  const { network, weights } = readTflite(readFileSync(file));
  const bytes = new Uint8Array(weights.buffer);
  const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 8);
  const name = `assets/selfie-${hash}.bin`;
  let base = "/";
  return {
    name: "passerby:selfie-model",
    configResolved: (config) => {
      base = config.base;
    },
    resolveId: { filter: { id: /^virtual:selfie-model$/ }, handler: () => `\0${ID}` },
    load: {
      filter: { id: /^\0virtual:selfie-model$/ },
      handler() {
        // The development server has no bundle to add a file to; it hands it out below.
        if (!this.meta.watchMode) this.emitFile({ type: "asset", fileName: name, source: bytes });
        return `export const network = ${JSON.stringify(network)};
          export const weightsUrl = ${JSON.stringify(`${base}${name}`)};`;
      },
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(`/${name}`, (_request, response) => {
        response.end(bytes);
      });
    },
  };
}
