interface FeatureTerms {
  readonly name: string;
  readonly bit: number;
  readonly title: string;
  readonly sentence: string;
  /** The control that it lights up, and where that is. */
  readonly control: string;
  /** Whether this page has that control yet: nobody is told of a button that is not there. */
  readonly ready: boolean;
}

/** What a pass can unlock; the bit is the contract's, the name is the service's. */
export const FEATURES = [
  {
    name: "contacts",
    bit: 1,
    title: "Contacts",
    sentence: "Keep someone you liked, when they want to keep you, too.",
    control: "Keep, beside their picture",
    ready: false,
  },
  {
    name: "recording",
    bit: 2,
    title: "Recording",
    sentence: "Record an encounter to your own disk, if the other agrees.",
    control: "Record, in a call",
    ready: false,
  },
  {
    name: "streaming",
    bit: 4,
    title: "Streaming",
    sentence: "Stream your own picture live to the platforms you use.",
    control: "Go live, in a call",
    ready: false,
  },
  {
    name: "studio-inputs",
    bit: 8,
    title: "Studio inputs",
    sentence: "Mix a second camera, your screen and an audio interface live.",
    control: "Inputs, in the lobby and in a call",
    ready: false,
  },
  {
    name: "large-rooms",
    bit: 16,
    title: "Large rooms",
    sentence: "Open rooms for eight people instead of four.",
    control: "Size, when you open a room",
    ready: false,
  },
] as const satisfies readonly FeatureTerms[];

/** One of `FEATURES`. */
export type Feature = FeatureTerms & { readonly name: (typeof FEATURES)[number]["name"] };

/** The features of a bitmap, in the contract's order; unknown bits are left out. */
export function featuresIn(bitmap: number): Feature[] {
  return FEATURES.filter((feature) => (bitmap & feature.bit) !== 0);
}
