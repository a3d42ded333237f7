import { lazy, Suspense, useState } from "react";
import { grantCheck } from "../../wallet/grant";
import { mayMeet } from "../../wallet/passes";
import type { Session } from "../../wallet/session";
import { useWords } from "../../words/useWords";
import { Waiting } from "../controls/Waiting";
import type { MeetPlace } from "../meet/MeetScreen";
import { useCounted, useHoldings, useReadAgain, useTerms } from "./chainQueries";
import { useChain } from "./network";
import { useSession } from "./session";
import { Unreachable } from "./Unreachable";

const MeetScreen = lazy(async () => {
  const { MeetScreen } = await import("../meet/MeetScreen");
  return { default: MeetScreen };
});

/**
 * The meeting screens and the contacts, with the limit and the entitlement as this page itself reads them from the chain.
 * They stay mounted when the entitlement goes: the encounter that runs may finish.
 */
export function Meet({
  session,
  place,
  onConnect,
}: {
  readonly session: Session;
  readonly place: MeetPlace;
  readonly onConnect: () => void;
}) {
  const { say } = useWords();
  const { lost } = useSession();
  const { network, reader } = useChain();
  const [isGranted] = useState(() => grantCheck(reader, network));
  const terms = useTerms();
  const holdings = useHoldings(session.address);
  const readAgain = useReadAgain();
  const entitled = holdings.data != null && mayMeet(holdings.data);
  const counted = useCounted(session.address, entitled);
  const waiting = (
    <Waiting what={say("shell.readingLimit")} usually={say("common.aSecond")} padded />
  );
  if (terms.data === undefined || holdings.data == null) {
    if (place === "elsewhere") return null;
    if (!terms.isError && !holdings.isError) return waiting;
    return (
      <Unreachable
        onRetry={() => {
          void terms.refetch();
          void holdings.refetch();
        }}
      />
    );
  }
  return (
    <Suspense fallback={place === "elsewhere" ? null : waiting}>
      <MeetScreen
        key={session.address}
        wallet={session.address}
        place={place}
        onConnect={onConnect}
        sessionLimitSeconds={terms.data.sessionLimit}
        isGranted={isGranted}
        entitled={entitled}
        features={holdings.data.features}
        counted={counted.isError ? true : counted.data}
        onEntitlementLost={() => void readAgain()}
        onSignedOut={lost}
      />
    </Suspense>
  );
}
