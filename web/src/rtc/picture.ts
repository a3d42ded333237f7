declare const decided: unique symbol;

/**
 * A track that may stand in the `camera` slot. A camera's own track is not one: only `veil/picture.ts` says which track
 * is, so that a picture which nobody has decided to show does not pass the type check.
 */
export type Picture = MediaStreamTrack & { readonly [decided]: true };
