import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compressedTwins } from "./build/compressed.ts";
import { firstScreenAhead } from "./build/firstScreen.ts";
import { parsedWords } from "./build/words.ts";

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
  server: {
    // The origin is left as the browser sent it: the service compares it with the signed message.
    proxy: { "/api": { target: backend, ws: true, changeOrigin: false } },
  },
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}", "build/**/*.test.js"],
  },
});
