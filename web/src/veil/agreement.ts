import type { Body } from "../channel/Control";

/** The control channel's topic for {@link Word}. */
export const REVEAL_TOPIC = "reveal";

/**
 * What two people have agreed about being seen, as one of the two pages knows it. Everybody's wish holds within an
 * *epoch*; whoever takes theirs back begins the next one, in which nobody has wished for anything yet.
 */
export interface Agreement {
  readonly epoch: number;
  /** This person wants both to be seen. */
  readonly mine: boolean;
  /** The other does. */
  readonly theirs: boolean;
  /** The other has said that they know of {@link mine}. */
  readonly known: boolean;
}

/** What one page says to the other whenever its side has changed. */
export interface Word {
  readonly epoch: number;
  readonly show: boolean;
  /** That the other's wish, in this epoch, has been heard. */
  readonly seen: boolean;
}

export type AgreementEvent =
  | { readonly type: "show" }
  | { readonly type: "veil" }
  | { readonly type: "heard"; readonly word: Word };

export const NOTHING_AGREED: Agreement = { epoch: 0, mine: false, theirs: false, known: false };

/**
 * What becomes of an agreement, and what is to be said about it. Nobody's page acts on the other's wish alone: it waits
 * until the other has said that they know of this one's, too. Had they taken theirs back in the meantime, this never
 * comes, and no picture is sent to someone who no longer shows theirs.
 */
export function agree(
  before: Agreement,
  event: AgreementEvent,
): { readonly agreement: Agreement; readonly say: Word | null } {
  switch (event.type) {
    case "show": {
      if (before.mine) return { agreement: before, say: null };
      const agreement = { ...before, mine: true };
      return { agreement, say: wordOf(agreement) };
    }
    case "veil": {
      if (!before.mine) return { agreement: before, say: null };
      const agreement = { ...NOTHING_AGREED, epoch: before.epoch + 1 };
      return { agreement, say: wordOf(agreement) };
    }
    case "heard":
      return heard(before, event.word);
    default:
      return event satisfies never;
  }
}

/** Both want to be seen, and both know it. */
export function isAgreed({ mine, theirs, known }: Agreement): boolean {
  return mine && theirs && known;
}

/** Reads what the other page says; null when it is not that. */
export function readWord({ epoch, show, seen }: Body): Word | null {
  if (!Number.isSafeInteger(epoch) || (epoch as number) < 0) return null;
  return typeof show === "boolean" && typeof seen === "boolean"
    ? { epoch: epoch as number, show, seen }
    : null;
}

function heard(before: Agreement, { epoch, show, seen }: Word) {
  if (epoch < before.epoch) return { agreement: before, say: null };
  const now = epoch === before.epoch ? before : { ...NOTHING_AGREED, epoch };
  const agreement: Agreement = {
    ...now,
    theirs: now.theirs || show,
    known: now.known || (seen && now.mine),
  };
  const news = agreement.theirs && !now.theirs && agreement.mine;
  return { agreement, say: news ? wordOf(agreement) : null };
}

function wordOf({ epoch, mine, theirs }: Agreement): Word {
  return { epoch, show: mine, seen: theirs };
}
