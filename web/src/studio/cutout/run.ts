import {
  add,
  clipByValue,
  conv2d,
  depthToSpace,
  depthwiseConv2d,
  image,
  mean,
  mul,
  relu,
  sigmoid,
  tensor,
  tidy,
} from "@tensorflow/tfjs-core";
import type { Tensor, Tensor4D } from "@tensorflow/tfjs-core";
import type { Layer, Network, Weights } from "../../../build/tflite";

/** A network that is ready to run. */
export class Runner {
  readonly side: number;
  readonly #network: Network;
  readonly #constants = new Map<Weights, Tensor>();
  /** What can be let go of after each layer. */
  readonly #spent: readonly (readonly number[])[];

  constructor(network: Network, weights: Float32Array) {
    this.side = network.side;
    this.#network = network;
    for (const layer of network.layers)
      if ("kernel" in layer)
        for (const each of [layer.kernel, layer.bias]) {
          const size = each.shape.reduce((product, length) => product * length, 1);
          const values = weights.subarray(each.at, each.at + size);
          this.#constants.set(each, tensor(values, [...each.shape]));
        }
    this.#spent = spentAfter(network);
  }

  /**
   * How much of each pixel belongs to a person, 0 to 1, row by row.
   *
   * @param pixels red, green and blue of each pixel, 0 to 1
   */
  async run(pixels: Float32Array): Promise<Float32Array> {
    const { input, output, side, layers } = this.#network;
    const tensors = new Map<number, Tensor4D>([[input, tensor(pixels, [1, side, side, 3])]]);
    layers.forEach((layer, index) => {
      const from = layer.from.map((id) => {
        const found = tensors.get(id);
        if (found === undefined) throw new Error("the layers are out of order");
        return found;
      });
      tensors.set(
        layer.to,
        tidy(() => this.#apply(layer, from)),
      );
      for (const id of this.#spent[index] ?? []) {
        tensors.get(id)?.dispose();
        tensors.delete(id);
      }
    });
    const mask = tensors.get(output);
    const values = await mask?.data<"float32">();
    mask?.dispose();
    return values ?? new Float32Array(0);
  }

  #apply(layer: Layer, [x, y]: readonly Tensor4D[]): Tensor4D {
    if (x === undefined) throw new Error("a layer of nothing");
    switch (layer.do) {
      case "conv2d":
        return add(conv2d(x, this.#of(layer.kernel), layer.stride, "same"), this.#of(layer.bias));
      case "depthwise":
        return add(
          depthwiseConv2d(x, this.#of(layer.kernel), layer.stride, "same"),
          this.#of(layer.bias),
        );
      case "enlarge":
        return depthToSpace(
          add(conv2d(x, this.#of(layer.kernel), 1, "same"), this.#of(layer.bias)),
          2,
        );
      case "add":
        return add(x, y ?? x);
      case "multiply":
        return mul(x, y ?? x);
      case "mean":
        return mean(x, [1, 2], true);
      case "relu":
        return relu(x);
      case "hard-swish":
        return mul(x, mul(clipByValue(add(x, 3), 0, 6), 1 / 6));
      case "sigmoid":
        return sigmoid(x);
      case "resize":
        return image.resizeBilinear(x, [...layer.size], layer.alignCorners, layer.halfPixels);
      default:
        return layer satisfies never;
    }
  }

  #of(weights: Weights): Tensor4D {
    const found = this.#constants.get(weights);
    if (found === undefined) throw new Error("weights that are not there");
    return found as Tensor4D;
  }
}

/** Which tensors nobody reads after each layer. */
function spentAfter({ layers, output }: Network): readonly (readonly number[])[] {
  const last = new Map<number, number>();
  layers.forEach(({ from }, index) => from.forEach((id) => last.set(id, index)));
  return layers.map((_, index) =>
    [...last].flatMap(([id, at]) => (at === index && id !== output ? [id] : [])),
  );
}

/** IEEE 754 half precision to single precision. */
export function halvesToFloats(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, (half) => {
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 0x1f;
    const fraction = half & 0x3ff;
    if (exponent === 0) return sign * fraction * 2 ** -24;
    if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  });
}
