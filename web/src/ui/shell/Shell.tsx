import { lazy, Suspense, useState } from "react";
import { mayMeet } from "../../wallet/passes";
import type { Session } from "../../wallet/session";
import { useWords } from "../../words/useWords";
import { Waiting } from "../controls/Waiting";
import type { MeetPlace } from "../meet/MeetScreen";
import { SignInDialog, type SignInPurpose } from "../signin/SignInDialog";
import { Welcome } from "../welcome/Welcome";
import { Account } from "./Account";
import { useHoldings, useTerms } from "./chainQueries";
import { Frame } from "./Frame";
import { Meet } from "./Meet";
import { Navigation } from "./Navigation";
import { navigate, type Route, useRoute } from "./router";
import { useSession } from "./session";
import { SessionEnded } from "./SessionEnded";
import { useReachable } from "./useReachable";

const PassesScreen = lazy(async () => {
  const { PassesScreen } = await import("../passes/PassesScreen");
  return { default: PassesScreen };
});

const RecordingsScreen = lazy(async () => {
  const { RecordingsScreen } = await import("../recording/RecordingsScreen");
  return { default: RecordingsScreen };
});

/** Which screen is shown to whom. */
export function Shell({ signInWanted }: { readonly signInWanted: boolean }) {
  const { say } = useWords();
  const { standing, restoring, end, dismissEnd } = useSession();
  const [dialog, setDialog] = useState<SignInPurpose | undefined>(
    signInWanted ? "sign-in" : undefined,
  );
  const route = useRoute();
  const session = standing.kind === "signed-out" ? null : standing.session;
  // A press that came before the session was found has nothing left to ask for.
  if (session !== null && dialog === "sign-in") setDialog(undefined);
  const askToSignIn = () => {
    dismissEnd();
    setDialog("sign-in");
  };

  return (
    <>
      <Frame
        navigation={session !== null && <Navigation current={route} />}
        account={session !== null && <Account session={session} />}
      >
        {session === null ? (
          restoring && route !== "welcome" ? (
            <Waiting what={say("shell.lookingForSession")} usually={say("common.aSecond")} padded />
          ) : (
            <SignedOut
              busy={restoring && dialog === "sign-in"}
              pressed={signInWanted}
              onSignIn={askToSignIn}
            />
          )
        ) : (
          <SignedIn session={session} onConnect={() => setDialog("connect")} />
        )}
      </Frame>
      {end !== null && session === null && (
        <SessionEnded end={end} onSignIn={askToSignIn} onClose={dismissEnd} />
      )}
      {dialog !== undefined && !restoring && (
        <SignInDialog
          purpose={dialog}
          onClose={() => setDialog(undefined)}
          onDone={() => setDialog(undefined)}
        />
      )}
    </>
  );
}

function SignedOut({
  busy,
  pressed,
  onSignIn,
}: {
  readonly busy: boolean;
  readonly pressed: boolean;
  readonly onSignIn: () => void;
}) {
  const { say } = useWords();
  const { data: terms } = useTerms();
  return (
    <Welcome
      sessionLimitSeconds={terms?.sessionLimit ?? 300}
      action={say("welcome.signIn")}
      busy={busy}
      pressed={pressed}
      onPress={onSignIn}
    />
  );
}

function SignedIn({
  session,
  onConnect,
}: {
  readonly session: Session;
  readonly onConnect: () => void;
}) {
  const route = useRoute();
  const reachable = useReachable(session.address);
  const place = placeOf(route);
  // Whoever has contacts here can be called wherever they are on the page.
  return (
    <>
      {(place !== "elsewhere" || reachable) && (
        <Meet session={session} place={place} onConnect={onConnect} />
      )}
      <Elsewhere route={route} session={session} onConnect={onConnect} />
    </>
  );
}

function placeOf(route: Route): MeetPlace {
  return route === "meet" || route === "contacts" ? route : "elsewhere";
}

function Elsewhere({
  route,
  session,
  onConnect,
}: {
  readonly route: Route;
  readonly session: Session;
  readonly onConnect: () => void;
}) {
  const { say } = useWords();
  const { data: terms } = useTerms();
  const { data: holdings, isPending } = useHoldings(session.address);
  switch (route) {
    case "welcome": {
      const ready = holdings != null && mayMeet(holdings);
      return (
        <Welcome
          sessionLimitSeconds={terms?.sessionLimit ?? 300}
          action={say(ready ? "welcome.goMeet" : "welcome.seeHow")}
          busy={isPending}
          onPress={() => navigate(ready ? "meet" : "passes")}
        />
      );
    }
    case "meet":
    case "contacts":
      return null;
    case "passes":
      return (
        <Suspense
          fallback={
            <Waiting what={say("shell.openingPasses")} usually={say("common.aSecond")} padded />
          }
        >
          <PassesScreen session={session} onConnect={onConnect} />
        </Suspense>
      );
    case "recordings":
      return (
        <Suspense
          fallback={
            <Waiting what={say("recording.list.opening")} usually={say("common.aSecond")} padded />
          }
        >
          <RecordingsScreen />
        </Suspense>
      );
  }
}
