/** What the model says of a picture: how likely each of its classes is, all of them together 1. */
export type Classes = readonly { readonly className: string; readonly probability: number }[];

/**
 * How likely a picture is to show nudity, 0 to 1. The model's `Sexy` does not count: shoulders and summer clothes are
 * in it, and so are faces that come close.
 */
export function suspicionOf(classes: Classes): number {
  const nude = classes.filter(({ className }) => className === "Porn" || className === "Hentai");
  return nude.reduce((sum, { probability }) => sum + probability, 0);
}
