import { NSFWJS } from "nsfwjs/core";
import modelUrl from "virtual:nsfw-model";
import { openWasm } from "../tensor/wasm";
import { LOOK_SIDE } from "./messages";
import type { FromChecker, ToChecker } from "./messages";
import { suspicionOf } from "./suspicion";

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToChecker>) => void) | null;
  postMessage(message: FromChecker): void;
};

const model = open();
model.then(
  () => scope.postMessage({ type: "ready" }),
  () => scope.postMessage({ type: "failed", look: null }),
);

scope.onmessage = ({ data }) => {
  look(data).catch(() => scope.postMessage({ type: "failed", look: data.look }));
};

async function open(): Promise<NSFWJS> {
  await openWasm();
  const net = new NSFWJS(modelUrl, { size: LOOK_SIDE });
  await net.load();
  return net;
}

async function look({ look, pixels }: ToChecker): Promise<void> {
  const net = await model;
  const began = performance.now();
  const picture = new ImageData(new Uint8ClampedArray(pixels), LOOK_SIDE, LOOK_SIDE);
  const classes = await net.classify(picture);
  const suspicion = suspicionOf(classes);
  scope.postMessage({ type: "seen", look, suspicion, millis: performance.now() - began });
}
