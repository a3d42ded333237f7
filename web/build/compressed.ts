import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

/** Text, WebAssembly, and a model's weights, which come as `group1-shard1of1`; pictures and letters are packed already. */
const WORTH_IT = /(?:\.(?:js|css|html|svg|json|wasm)|-shard\d+of\d+)$/;

/**
 * Puts a compressed twin (`.br`, `.gz`) beside every file that gets smaller by it, as small as it gets: the service sends
 * them as they are.
 */
export function compressedTwins(): Plugin {
  let folder = "dist";
  return {
    name: "passerby:compressed-twins",
    apply: "build",
    configResolved: ({ build }) => {
      folder = build.outDir;
    },
    closeBundle: {
      order: "post",
      sequential: true,
      handler: async () => {
        const files = await readdir(folder, { recursive: true });
        await Promise.all(
          files.filter((file) => WORTH_IT.test(file)).map((file) => compress(join(folder, file))),
        );
      },
    },
  };
}

async function compress(path: string): Promise<void> {
  const plain = await readFile(path);
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  const twins = [
    { ending: "br", packed: await promisify(brotliCompress)(plain, { params: size }) },
    { ending: "gz", packed: await promisify(gzip)(plain, { level: 9 }) },
  ];
  for (const { ending, packed } of twins)
    if (packed.length < plain.length) await writeFile(`${path}.${ending}`, packed);
}
