import { ready, setBackend } from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";

/** Makes ready to compute in this worker. Rejects where there is no WebAssembly. */
export async function openWasm(): Promise<void> {
  // Threads need shared memory, which a page without cross-origin isolation does not have.
  setWasmPaths({
    "tfjs-backend-wasm.wasm": plain,
    "tfjs-backend-wasm-simd.wasm": simd,
    "tfjs-backend-wasm-threaded-simd.wasm": simd,
  });
  if (!(await setBackend("wasm"))) throw new Error("no WebAssembly");
  await ready();
}
