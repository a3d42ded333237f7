/** A layer of a network: what it reads, what it makes, and what it does. Numbers name tensors. */
export type Layer = { readonly from: readonly number[]; readonly to: number } & (
  | {
      readonly do: "conv2d" | "depthwise";
      readonly kernel: Weights;
      readonly bias: Weights;
      readonly stride: number;
    }
  /** Each pixel becomes two by two; with the kernel as a convolution of one by one and four channels. */
  | { readonly do: "enlarge"; readonly kernel: Weights; readonly bias: Weights }
  | { readonly do: "add" | "multiply" | "mean" | "relu" | "hard-swish" | "sigmoid" }
  | {
      readonly do: "resize";
      readonly size: readonly [number, number];
      readonly alignCorners: boolean;
      readonly halfPixels: boolean;
    }
);

/** Where in the weights, counted in numbers, and of which shape. */
export interface Weights {
  readonly at: number;
  readonly shape: readonly number[];
}

/** A network of the kind that this project uses, as its worker reads it. */
export interface Network {
  readonly input: number;
  readonly output: number;
  /** Of the picture that goes in and of the mask that comes out, in pixels. */
  readonly side: number;
  readonly layers: readonly Layer[];
}

/** TensorFlow Lite's numbers (`tensorflow/lite/schema/schema.fbs`). */
const OPERATOR = {
  0: "add",
  1: "mean",
  3: "conv2d",
  4: "depthwise",
  6: "dequantize",
  14: "sigmoid",
  18: "multiply",
  19: "relu",
  23: "resize",
  32: "custom",
  117: "hard-swish",
} as const satisfies Record<number, string>;
const FLOAT16 = 1;
const SAME = 0;

/**
 * Reads a TensorFlow Lite file whose weights are half-precision numbers into layers and weights. Throws at whatever the
 * worker would not do exactly.
 */
export function readTflite(file: Uint8Array): {
  readonly network: Network;
  /** IEEE 754 half-precision numbers, kernels in the order height, width, in, out. */
  readonly weights: Uint16Array;
} {
  const model = new Table(new DataView(file.buffer, file.byteOffset, file.byteLength), null);
  const codes = model.tables(1).map((code) => Math.max(code.byte(0), code.int(3)));
  const [graph] = model.tables(2);
  const buffers = model.tables(4);
  if (graph === undefined) throw new Error("no graph");
  const tensors = graph.tables(0).map((tensor) => ({
    shape: tensor.ints(0),
    half: tensor.byte(1) === FLOAT16,
    bytes: buffers[tensor.int(2)]?.bytes(0) ?? new Uint8Array(0),
  }));
  const weights: number[] = [];
  const constants = new Map<number, number>();
  const layers: Layer[] = [];

  const shapeOf = (tensor: number): readonly number[] => tensors[tensor]?.shape ?? [];
  const halves = (tensor: number): Uint16Array => {
    const { bytes, half } = tensors[constants.get(tensor) ?? tensor] ?? {};
    if (bytes === undefined || half !== true) throw new Error(`no weights in ${tensor}`);
    return new Uint16Array(bytes.slice().buffer);
  };
  const keep = (values: Iterable<number>, shape: readonly number[]): Weights => {
    const at = weights.length;
    weights.push(...values);
    return { at, shape };
  };
  const stride = (
    options: Table,
    activation: number,
    [height, width]: readonly number[],
  ): number => {
    const [across, down] = [options.int(1), options.int(2)];
    // Of one by one, each pixel is its own: nothing is added around the picture.
    const same = options.byte(0) === SAME || (height === 1 && width === 1 && across === 1);
    if (!same || across !== down || options.byte(activation) !== 0)
      throw new Error("a convolution of another kind");
    return across;
  };

  for (const operator of graph.tables(3)) {
    const code = codes[operator.int(0)] ?? -1;
    const kind = (OPERATOR as Record<number, (typeof OPERATOR)[keyof typeof OPERATOR]>)[code];
    const [first = -1, second = -1, third = -1] = operator.ints(1);
    const [to = -1] = operator.ints(2);
    const options = operator.table(4);
    switch (kind) {
      case "dequantize":
        constants.set(to, first);
        break;
      case "conv2d": {
        const [out = 0, height = 0, width = 0, into = 0] = shapeOf(second);
        const kernel = keep(turned(halves(second), out), [height, width, into, out]);
        const bias = keep(halves(third), shapeOf(third));
        layers.push({
          do: kind,
          from: [first],
          to,
          kernel,
          bias,
          stride: stride(options, 3, [height, width]),
        });
        break;
      }
      case "depthwise": {
        const [, height = 0, width = 0, channels = 0] = shapeOf(second);
        const kernel = keep(halves(second), [height, width, channels, 1]);
        const bias = keep(halves(third), shapeOf(third));
        if (options.int(3) !== 1) throw new Error("a convolution of another depth");
        layers.push({
          do: kind,
          from: [first],
          to,
          kernel,
          bias,
          stride: stride(options, 4, [height, width]),
        });
        break;
      }
      case "custom": {
        const [out, height, width, into = 0] = shapeOf(second);
        if (out !== 1 || height !== 2 || width !== 2) throw new Error("another enlargement");
        const kernel = keep(turned(halves(second), 4), [1, 1, into, 4]);
        const [bias = 0] = halves(third);
        layers.push({
          ...{ do: "enlarge", from: [first], to, kernel },
          bias: keep([bias, bias, bias, bias], [4]),
        });
        break;
      }
      case "mean": {
        const [, height, width] = shapeOf(first);
        if (options.int(4) !== height || options.int(3) !== width) throw new Error("a part's mean");
        layers.push({ do: kind, from: [first], to });
        break;
      }
      case "add":
      case "multiply":
        if (options.byte(0) !== 0) throw new Error("an activation within");
        layers.push({ do: kind, from: [first, second], to });
        break;
      case "relu":
      case "hard-swish":
      case "sigmoid":
        layers.push({ do: kind, from: [first], to });
        break;
      case "resize": {
        const [, height = 0, width = 0] = shapeOf(to);
        const [alignCorners, halfPixels] = [options.byte(2) !== 0, options.byte(3) !== 0];
        layers.push({
          do: kind,
          from: [first],
          to,
          size: [height, width],
          alignCorners,
          halfPixels,
        });
        break;
      }
      case undefined:
        throw new Error(`an operator that the worker does not know: ${code}`);
      default:
        kind satisfies never;
    }
  }
  const [input = -1] = graph.ints(1);
  const [output = -1] = graph.ints(2);
  const [, side = 0] = shapeOf(input);
  return { network: { input, output, side, layers }, weights: Uint16Array.from(weights) };
}

/** From the order out, rest to the order rest, out. */
function turned(values: Uint16Array, out: number): number[] {
  const rest = values.length / out;
  return Array.from(
    values,
    (_, index) => values[(index % out) * rest + Math.floor(index / out)] ?? 0,
  );
}

/** A table of a FlatBuffer; a field that is left out is 0, or empty. */
class Table {
  readonly #view: DataView;
  readonly #at: number;

  /** @param at null for the root */
  constructor(view: DataView, at: number | null) {
    this.#view = view;
    this.#at = at ?? view.getUint32(0, true);
  }

  byte(field: number): number {
    const at = this.#field(field);
    return at === null ? 0 : this.#view.getInt8(at);
  }

  int(field: number): number {
    const at = this.#field(field);
    return at === null ? 0 : this.#view.getInt32(at, true);
  }

  ints(field: number): number[] {
    const { at, length } = this.#vector(field);
    return Array.from({ length }, (_, index) => this.#view.getInt32(at + 4 * index, true));
  }

  bytes(field: number): Uint8Array {
    const { at, length } = this.#vector(field);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, length);
  }

  table(field: number): Table {
    const at = this.#field(field);
    return at === null ? EMPTY : new Table(this.#view, at + this.#view.getUint32(at, true));
  }

  tables(field: number): Table[] {
    const { at, length } = this.#vector(field);
    return Array.from({ length }, (_, index) => {
      const entry = at + 4 * index;
      return new Table(this.#view, entry + this.#view.getUint32(entry, true));
    });
  }

  #field(field: number): number | null {
    const table = this.#at - this.#view.getInt32(this.#at, true);
    const slot = 4 + 2 * field;
    if (slot >= this.#view.getUint16(table, true)) return null;
    const offset = this.#view.getUint16(table + slot, true);
    return offset === 0 ? null : this.#at + offset;
  }

  #vector(field: number): { readonly at: number; readonly length: number } {
    const at = this.#field(field);
    if (at === null) return { at: 0, length: 0 };
    const vector = at + this.#view.getUint32(at, true);
    return { at: vector + 4, length: this.#view.getUint32(vector, true) };
  }
}

/** The options of an operator that has none. */
const EMPTY = new Table(
  new DataView(new Uint8Array([8, 0, 0, 0, 4, 0, 4, 0, 4, 0, 0, 0]).buffer),
  null,
);
