import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { compressedTwins } from "./build/compressed.ts";
import { firstScreenAhead } from "./build/firstScreen.ts";
import { nsfwModel } from "./build/nsfwModel.ts";
import { selfieModel } from "./build/selfieModel.ts";
import { parsedWords } from "./build/words.ts";

/** Workers that compile WebAssembly. */
const WASM_WORKERS = ["nudity.worker", "cutout.worker"];

const backend = process.env.PASSERBY_BACKEND ?? "http://localhost:8080";

export default defineConfig({
  plugins: [react(), parsedWords(), firstScreenAhead(), compressedTwins()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    // The oldest browsers that know light-dark().
    cssTarget: ["chrome123", "safari17.5", "firefox120"],
    // The service's content security policy admits neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  resolve: {
    alias: [
      {
        find: /^(?:\.\.\/)+constants\/contracts\.js$/,
        replacement: fileURLToPath(new URL("src/wallet/bytecodes.ts", import.meta.url)),
      },
      {
        find: /^@tensorflow\/tfjs$/,
        replacement: fileURLToPath(new URL("src/nudity/tensorflow.ts", import.meta.url)),
      },
    ],
  },
  worker: {
    format: "es",
    plugins: () => [nsfwModel(), selfieModel()],
    rolldownOptions: {
      output: {
        // The service lets what lies in this folder, and nothing else, compile WebAssembly.
        entryFileNames: ({ name }) =>
          `assets/${WASM_WORKERS.includes(name) ? "wasm/" : ""}[name]-[hash].js`,
      },
    },
  },
  server: {
    // The origin is left as the browser sent it: the service compares it with the signed message.
    proxy: { "/api": { target: backend, ws: true, changeOrigin: false } },
  },
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}", "build/**/*.test.js"],
  },
});
