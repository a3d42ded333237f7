// What nsfwjs takes from TensorFlow.js, which as a whole is four times as large: see the alias in vite.config.ts.
import "@tensorflow/tfjs-core/dist/public/chained_ops/div";
import "@tensorflow/tfjs-core/dist/public/chained_ops/reshape";
import "@tensorflow/tfjs-core/dist/public/chained_ops/to_float";

export * from "@tensorflow/tfjs-core";
export { loadLayersModel, model } from "@tensorflow/tfjs-layers";

/** For models of another form than ours. */
export function loadGraphModel(): never {
  throw new Error("graph models are left out of this build");
}
