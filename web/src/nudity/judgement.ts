/** What the looks at a picture have come to: nothing yet, nothing to worry about, what may be nudity, or what was and seems over. */
export type Verdict = "unknown" | "fine" | "suspect" | "eased";

/** What is known of one picture after some looks at it. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The suspicion of the newest looks, 0 to 1, the newest last. */
  readonly looks: readonly number[];
}

/** From here on a look is a reason to worry. */
export const RAISED = 0.7;
/** Below this it is a reason to be calm again: what lies between changes nothing. */
export const CALM = 0.3;
/** A picture is suspected when so many of the last {@link WINDOW} looks worry; a single one is wrong too often. */
const WORRIES = 2;
const WINDOW = 3;
/** So many calm looks in a row, and it seems to be over. */
const CALM_LOOKS = 4;

export const UNSEEN: Judgement = { verdict: "unknown", looks: [] };

/** Takes in one more look. */
export function judge(before: Judgement, suspicion: number): Judgement {
  const looks = [...before.looks, suspicion].slice(-CALM_LOOKS);
  const verdict = verdictOf(before.verdict, looks);
  // What has led to a verdict must not count again for the next.
  return { verdict, looks: verdict === before.verdict ? looks : looks.slice(-1) };
}

/** Whether the next look should come at once: the newest one decides nothing, and something hangs on it. */
export function isUrgent({ verdict, looks }: Judgement): boolean {
  if (verdict === "unknown") return true;
  return verdict !== "suspect" && (looks.at(-1) ?? 0) >= RAISED;
}

function verdictOf(before: Verdict, looks: readonly number[]): Verdict {
  const worries = looks.slice(-WINDOW).filter((look) => look >= RAISED).length;
  const calm = looks.length === CALM_LOOKS && looks.every((look) => look < CALM);
  switch (before) {
    case "unknown":
      if (worries >= WORRIES) return "suspect";
      return worries === 0 ? "fine" : "unknown";
    case "fine":
    case "eased":
      return worries >= WORRIES ? "suspect" : before;
    case "suspect":
      return calm ? "eased" : "suspect";
    default:
      return before satisfies never;
  }
}
