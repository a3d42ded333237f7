/** Why a camera or microphone could not be opened, as far as it changes what to do next. */
export type Problem =
  /** The person, or the system, said no. */
  | "denied"
  /** There is none plugged in. */
  | "none"
  /** Another application holds it. */
  | "busy"
  /** The page is not on https or localhost, so the browser offers no media at all. */
  | "insecure"
  | "unknown";

/** Reads an exception of `getUserMedia` (mediacapture-main §9.2) by its name; the messages differ by browser. */
export function problemOf(error: unknown): Problem {
  switch (error instanceof Error ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "none";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    case "TypeError":
      return "insecure";
    default:
      return "unknown";
  }
}
