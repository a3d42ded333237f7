/** Of the picture that is looked at and of the mask that comes of it, in pixels. */
export const MASK_SIDE = 256;

/** A picture: `MASK_SIDE` squared pixels of four bytes; comes back as a mask in the same order, a byte for each pixel. */
export interface Look {
  readonly pixels: ArrayBuffer;
}

/** How much of each pixel belongs to a person, 0 to 255; or that nobody can be told from anything. */
export type Mask = { readonly mask: ArrayBuffer } | "unable";
