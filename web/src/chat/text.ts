/** Most UTF-16 units of a message: with every escape that JSON may need, it fits the control channel. */
export const LONGEST = 4_000;

/** Half a surrogate pair is no character, and JSON would need six for it. */
const HALVES = /\p{Surrogate}/gu;
/** Line feeds and tabs are kept; other control characters could only confuse whoever reads. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Embeddings, overrides and isolates (UAX #9): each message is isolated as a whole, and nothing in it may turn the rest around. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;

/** A message as it is sent and shown: plain text, without what is invisible at its ends. Empty when nothing is left. */
export function cleaned(text: string): string {
  return text
    .replace(HALVES, "")
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, "")
    .replace(BIDI, "")
    .trim();
}
