export type Kind = "audio" | "video";

/** What a person can send, each on a transceiver of its own. */
export type Slot = "microphone" | "camera" | "screen" | "screen-sound";

/** Those that carry a picture. */
export type VideoSlot = Extract<Slot, "camera" | "screen">;

/**
 * The slots in the order of their m-lines. All are negotiated at the start, so that sharing a screen later costs no
 * negotiation and nothing freezes for it.
 */
export const SLOTS: readonly { readonly slot: Slot; readonly kind: Kind }[] = [
  { slot: "microphone", kind: "audio" },
  { slot: "camera", kind: "video" },
  { slot: "screen", kind: "video" },
  { slot: "screen-sound", kind: "audio" },
];

/** The slot of the n-th transceiver (from 0) of a kind; null for more than there are. */
export function slotOf(kind: Kind, n: number): Slot | null {
  return SLOTS.filter((entry) => entry.kind === kind)[n]?.slot ?? null;
}
