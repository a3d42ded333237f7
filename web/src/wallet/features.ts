interface FeatureTerms {
  readonly name: string;
  readonly bit: number;
  /** Whether this page has the control that it lights up yet: nobody is told of a button that is not there. */
  readonly ready: boolean;
}

/** What a pass can unlock; the bit is the contract's, the name is the service's. */
export const FEATURES = [
  {
    name: "contacts",
    bit: 1,
    ready: true,
  },
  {
    name: "recording",
    bit: 2,
    ready: true,
  },
  {
    name: "streaming",
    bit: 4,
    ready: true,
  },
  {
    name: "studio-inputs",
    bit: 8,
    ready: true,
  },
  {
    name: "large-rooms",
    bit: 16,
    ready: false,
  },
] as const satisfies readonly FeatureTerms[];

/** One of `FEATURES`. */
export type Feature = FeatureTerms & { readonly name: (typeof FEATURES)[number]["name"] };

/** The features of a bitmap, in the contract's order; unknown bits are left out. */
export function featuresIn(bitmap: number): Feature[] {
  return FEATURES.filter((feature) => (bitmap & feature.bit) !== 0);
}
