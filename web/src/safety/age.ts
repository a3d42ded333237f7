/** What somebody said when they were asked whether they are of age. Nothing checks it. */
export type AgeAnswer = "adult" | "minor" | null;

const KEY = "passerby.of-age";

/** What was said in this browser before; a browser that keeps nothing is asked again. */
export function rememberedAge(): AgeAnswer {
  try {
    return localStorage.getItem(KEY) === "yes" ? "adult" : null;
  } catch {
    return null;
  }
}

/** Only the yes is remembered: whoever is too young now will not be for ever. */
export function rememberAdult(): void {
  try {
    localStorage.setItem(KEY, "yes");
  } catch {
    // Private windows and full disks: the answer still holds for this visit.
  }
}
