import type { Transfer } from "../../files/transfer";

/** Something that happened to a transfer and that somebody who does not see it should hear. */
export type News = "offered" | "accepted" | "received" | "sent" | "stopped";

/** What happened between two looks at the transfers, oldest first. */
export function newsOf(
  before: readonly Transfer[],
  after: readonly Transfer[],
): readonly { readonly news: News; readonly transfer: Transfer }[] {
  return after.flatMap((transfer) => {
    const was = before.find(
      ({ direction, id }) => direction === transfer.direction && id === transfer.id,
    );
    const news = was?.state.kind === transfer.state.kind ? null : becoming(transfer, was);
    return news === null ? [] : [{ news, transfer }];
  });
}

function becoming({ direction, state }: Transfer, was: Transfer | undefined): News | null {
  switch (state.kind) {
    case "offered":
      return direction === "receiving" && was === undefined ? "offered" : null;
    case "queued":
      return direction === "sending" ? "accepted" : null;
    case "done":
      return direction === "sending" ? "sent" : "received";
    case "stopped":
      // What one does oneself is no news.
      return state.by === "me" && (state.why === "cancelled" || state.why === "refused")
        ? null
        : "stopped";
    case "preparing":
    case "moving":
    case "checking":
      return null;
    default:
      return state satisfies never;
  }
}
