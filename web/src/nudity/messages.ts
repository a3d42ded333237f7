/** Side of the square that the model looks at, in pixels. */
export const LOOK_SIDE = 224;

/** A picture to look at: red, green, blue and alpha of each pixel of the square, row by row. */
export interface ToChecker {
  readonly look: number;
  readonly pixels: ArrayBuffer;
}

/** What the worker says. `failed` without a number: the model is not there, and will not be. */
export type FromChecker =
  | { readonly type: "ready" }
  | {
      readonly type: "seen";
      readonly look: number;
      readonly suspicion: number;
      readonly millis: number;
    }
  | { readonly type: "failed"; readonly look: number | null };
