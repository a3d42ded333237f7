import { type ReactNode, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { isCalled } from "../../call/state";
import type { CallState } from "../../contacts/callState";
import type { Contacts } from "../../contacts/Contacts";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { CallIcon } from "../meet/icons";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { navigate } from "../shell/router";
import styles from "./CallBanner.module.css";
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
  const key = "contact" in state ? `${state.kind} ${state.contact}` : state.kind;
  return createPortal(
    <Content key={key} state={state} contacts={contacts} waits={meeting.phase === "waiting"} />,
    document.body,
  );
}

function Content({
  state,
  contacts,
  waits,
}: {
  readonly state: CallState;
  readonly contacts: Contacts;
  /** For a stranger, in the lobby. */
  readonly waits: boolean;
}) {
  const words = useWords();
  const { say } = words;
  const naming = useNaming();
  const { calls } = contacts;
  const [ask, gate] = useAdult();
  const contact = "contact" in state ? contacts.find(state.contact) : null;
  const name = contact === null ? say("contacts.title") : naming(contact);
  switch (state.kind) {
    case "none":
    case "withdrawn":
    case "met":
      return null;
    case "calling":
      return (
        <Banner title={say("contacts.calling", { name })} rings={state.call !== null}>
          <p>{state.call !== null && say("contacts.calling.rings")}</p>
          <div className={styles.answers}>
            <Button look="end" onClick={calls.cancel}>
              {say("contacts.hangUp")}
            </Button>
          </div>
        </Banner>
      );
    case "ringing":
      return (
        <Banner title={say("contacts.ringing", { name })} rings>
          {waits && <p>{say("contacts.ringing.waiting")}</p>}
          <div className={styles.answers}>
            <Button
              look="primary"
              onClick={() =>
                ask(() => {
                  navigate("meet");
                  calls.accept();
                })
              }
            >
              {say("contacts.accept")}
            </Button>
            <Button onClick={calls.decline}>{say("contacts.decline")}</Button>
          </div>
          {gate}
        </Banner>
      );
    case "accepting":
      return <Banner title={say("contacts.joining")} rings />;
    case "over":
      return (
        <Banner title={overSaying(state, name, words)}>
          <div className={styles.answers}>
            <Button onClick={calls.dismiss}>{say("common.close")}</Button>
          </div>
        </Banner>
      );
    default:
      return state satisfies never;
  }
}

/** Takes the focus, unless something is being typed, and gives it back. */
function Banner({
  title,
  rings = false,
  children,
}: {
  readonly title: string;
  readonly rings?: boolean;
  readonly children?: ReactNode;
}) {
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    if (before?.closest("input, textarea, select") != null) return;
    banner.current?.focus({ preventScroll: true });
    const element = banner.current;
    return () => {
      if (element?.contains(document.activeElement) === true && before instanceof HTMLElement)
        before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div
      ref={banner}
      className={styles.banner}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      data-testid="call"
    >
      <p className={styles.title} role="alert">
        <span className={styles.icon} data-rings={rings || undefined}>
          <CallIcon />
        </span>
        {title}
      </p>
      {children}
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
