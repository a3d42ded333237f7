import { network, weightsUrl } from "virtual:selfie-model";
import type { Network } from "../../../build/tflite";
import { openWasm } from "../../tensor/wasm";
import { MASK_SIDE } from "./messages";
import type { Look, Mask } from "./messages";
import { halvesToFloats, Runner } from "./run";

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<MessagePort>) => void) | null;
};
const runner = open();
runner.catch(() => undefined);

// Whoever composes the picture has a line of its own: the page is not in between.
scope.onmessage = ({ data: port }) => {
  port.onmessage = ({ data }: MessageEvent<Look>) => {
    look(data).then(
      (mask) => port.postMessage({ mask } satisfies Mask, [mask]),
      () => port.postMessage("unable" satisfies Mask),
    );
  };
};

async function open(): Promise<Runner> {
  const [weights] = await Promise.all([load(), openWasm()]);
  return new Runner(network as Network, halvesToFloats(weights));
}

async function load(): Promise<Uint16Array> {
  const answer = await fetch(weightsUrl);
  if (!answer.ok) throw new Error("no weights");
  return new Uint16Array(await answer.arrayBuffer());
}

async function look({ pixels }: Look): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(pixels);
  const colours = new Float32Array(MASK_SIDE * MASK_SIDE * 3);
  for (let pixel = 0; pixel < MASK_SIDE * MASK_SIDE; pixel++)
    for (let channel = 0; channel < 3; channel++)
      colours[pixel * 3 + channel] = (bytes[pixel * 4 + channel] ?? 0) / 255;
  const mask = await (await runner).run(colours);
  return Uint8Array.from(mask, (share) => Math.round(share * 255)).buffer;
}
