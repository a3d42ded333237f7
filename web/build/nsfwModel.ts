import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** What a worker imports to learn where the model is. */
const ID = "virtual:nsfw-model";

interface Topology {
  readonly weightsManifest: readonly { readonly paths: readonly string[] }[];
}

/**
 * Serves the model that nsfwjs ships as TensorFlow.js reads it from a server. The package holds its weights as base64
 * within a script, which is a third larger, and would be parsed and kept as text first.
 */
export function nsfwModel(): Plugin {
  const files = modelFiles();
  const folder = `assets/nsfw-${hashOf(files)}`;
  let base = "/";
  return {
    name: "passerby:nsfw-model",
    configResolved: (config) => {
      base = config.base;
    },
    resolveId: { filter: { id: /^virtual:nsfw-model$/ }, handler: () => `\0${ID}` },
    load: {
      filter: { id: /^\0virtual:nsfw-model$/ },
      handler() {
        // The development server has no bundle to add files to; it hands them out below.
        if (!this.meta.watchMode)
          for (const [name, source] of files)
            this.emitFile({ type: "asset", fileName: `${folder}/${name}`, source });
        return `export default ${JSON.stringify(`${base}${folder}/model.json`)}`;
      },
    },
    configureServer: ({ middlewares }) => {
      for (const [name, source] of files)
        middlewares.use(`/${folder}/${name}`, (_request, response) => {
          response.end(source);
        });
    },
  };
}

/** The model's topology and weights, by file name. */
function modelFiles(): ReadonlyMap<string, Uint8Array> {
  const require = createRequire(import.meta.url);
  const package_ = dirname(dirname(dirname(fileURLToPath(import.meta.resolve("nsfwjs/core")))));
  const read = (name: string): unknown =>
    require(join(package_, "dist/models/mobilenet_v2", `${name}.min.js`));
  const topology = read("model") as Topology;
  const names = topology.weightsManifest.flatMap(({ paths }) => paths);
  return new Map([
    ["model.json", Buffer.from(JSON.stringify(topology))],
    ...names.map((name) => [name, Buffer.from(read(name) as string, "base64")] as const),
  ]);
}

function hashOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const source of files.values()) hash.update(source);
  return hash.digest("base64url").slice(0, 8);
}
