/**
 * Who is in a recording, or a stream. It stands by itself because the lobby, which looks for recordings that were cut off,
 * needs nothing else of what composes them.
 */
export const SUBJECTS = ["both", "own"] as const;
export type Subject = (typeof SUBJECTS)[number];
