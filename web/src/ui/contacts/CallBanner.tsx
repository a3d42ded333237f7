import { useEffect } from "react";
import { isCalled, type CallState as Meeting } from "../../call/state";
import type { CallState } from "../../contacts/callState";
import type { Contacts } from "../../contacts/Contacts";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { CallIcon } from "../meet/icons";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { missedCalls } from "../shell/missedCalls";
import { navigate } from "../shell/router";
import { Banner, type BannerProps } from "./Banner";
import styles from "./CallBanner.module.css";
import { Unanswered } from "./Unanswered";
import { useAdult } from "./useAdult";
import { useNaming } from "./useNaming";

/** A call, wherever one is on the page: it stands above everything and takes nothing away from under anybody's hands. */
export function CallBanner({
  session,
  contacts,
}: {
  readonly session: Session;
  readonly contacts: Contacts;
}) {
  const { calls } = contacts;
  const state = useObservable(calls.state);
  const meeting = useObservable(session.meeting.state);
  const expected = isCalled(meeting);
  useEffect(() => {
    // The encounter is shown where encounters are.
    if (expected) navigate("meet");
  }, [expected]);
  const missed = useMissed(contacts);
  useEffect(() => {
    missedCalls.set(missed);
    return () => missedCalls.set(0);
  }, [missed]);
  return <Content state={state} contacts={contacts} phase={meeting.phase} />;
}

/** How many missed calls there are that this person has not seen. */
function useMissed(contacts: Contacts): number {
  useObservable(contacts.book.state);
  const missed = useObservable(contacts.calls.missed);
  return missed.filter(({ contact, looked }) => !looked && contacts.find(contact) !== null).length;
}

function Content({
  state,
  contacts,
  phase,
}: {
  readonly state: CallState;
  readonly contacts: Contacts;
  readonly phase: Meeting["phase"];
}) {
  const words = useWords();
  const { say } = words;
  const naming = useNaming();
  const { calls } = contacts;
  const contact = "contact" in state ? contacts.find(state.contact) : null;
  const name = contact === null ? say("contacts.title") : naming(contact);
  switch (state.kind) {
    case "none":
      return <Unanswered keeping={contacts.keeping} phase={phase} />;
    case "withdrawn":
    case "met":
      return null;
    case "calling":
      return (
        <Ring
          title={say("contacts.calling", { name })}
          rings={state.call !== null}
          onEscape={calls.cancel}
        >
          <p>{state.call !== null && say("contacts.calling.rings")}</p>
          <div className={styles.answers}>
            <Button look="end" onClick={calls.cancel}>
              {say("contacts.hangUp")}
            </Button>
          </div>
        </Ring>
      );
    case "ringing":
      return (
        <Ring title={say("contacts.ringing", { name })} rings onEscape={calls.decline}>
          {/* Tells whoever is in another tab, where they hear it at most. */}
          <title>{say("common.titled", { title: say("contacts.ringing", { name }) })}</title>
          {phase === "waiting" && <p>{say("contacts.ringing.waiting")}</p>}
          <Answers key={state.call} contacts={contacts} />
        </Ring>
      );
    case "accepting":
      return <Ring title={say("contacts.joining")} rings />;
    case "over":
      return (
        <Ring title={overSaying(state, name, words)} onEscape={calls.dismiss}>
          <div className={styles.answers}>
            <Button onClick={calls.dismiss}>{say("common.close")}</Button>
          </div>
        </Ring>
      );
    default:
      return state satisfies never;
  }
}

function Ring(props: Omit<BannerProps, "icon" | "testId">) {
  return <Banner icon={<CallIcon />} testId="call" {...props} />;
}

/** Yes or no. */
function Answers({ contacts: { calls } }: { readonly contacts: Contacts }) {
  const { say } = useWords();
  const [ask, gate] = useAdult();
  const accept = () => {
    navigate("meet");
    calls.accept();
  };
  return (
    <div className={styles.answers}>
      <Button look="primary" onClick={() => ask(accept)}>
        {say("contacts.accept")}
      </Button>
      <Button onClick={calls.decline}>{say("contacts.decline")}</Button>
      {gate}
    </div>
  );
}

function overSaying(
  { how, own, because }: Extract<CallState, { kind: "over" }>,
  name: string,
  { say }: Words,
): string {
  switch (how) {
    case "unavailable":
    case "busy":
      return say(`contacts.over.${how}`, { name });
    case "declined":
      return say("contacts.over.declined", { name });
    case "missed":
      return say(own ? "contacts.over.missed" : "contacts.over.theirs.missed", { name });
    case "cancelled":
    case "answered-elsewhere":
      return say(own ? "contacts.over.theirs.ended" : "contacts.over.theirs.missed", { name });
    case "refused":
      return say(refusal(because));
    case "failed":
    case "other":
      return say("contacts.over.failed");
    case "lost":
      return say("contacts.over.lost");
    default:
      return how satisfies never;
  }
}

function refusal(because: Extract<CallState, { kind: "over" }>["because"]) {
  if (because === "feature-required") return "contacts.over.refused.feature";
  if (because === "entitlement-required") return "contacts.over.refused.entitlement";
  return because === "rate-limited" ? "contacts.over.refused.fast" : "contacts.over.refused";
}
