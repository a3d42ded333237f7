/** Most UTF-16 units of a message: with every escape that JSON may need, it fits the control channel. */
export const LONGEST = 4_000;

/** Half a surrogate pair is no character, and JSON would need six for it. */
const HALVES = /\p{Surrogate}/gu;
/** Line feeds and tabs are kept; other control characters could only confuse whoever reads. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Embeddings, overrides and isolates (UAX #9): each message is isolated as a whole, and nothing in it may turn the rest around. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
/** Characters that show nothing; the Braille blank is the one that is counted as a letter. */
const INVISIBLE = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;
/** More empty lines than these would only push away what was written before. */
const GAP = /\n{4,}/g;

/**
 * A message as it is sent and shown: plain text, without what is invisible at its ends. Empty when there would be nothing
 * to see.
 */
export function cleaned(text: string): string {
  const plain = text
    .replace(HALVES, "")
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, "")
    .replace(BIDI, "")
    .split("\n")
    .map((line) => (INVISIBLE.test(line) ? "" : line))
    .join("\n");
  return plain.replace(GAP, "\n\n\n").trim();
}
