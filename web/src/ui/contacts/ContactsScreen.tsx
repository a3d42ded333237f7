import { Locked } from "../passes/Locked";
import { useEffect, useState } from "react";
import type { Contacts } from "../../contacts/Contacts";
import { pageVisible } from "../../contacts/pageVisible";
import { useWords } from "../../words/useWords";
import { Screen } from "../controls/Screen";
import { Switch } from "../controls/Switch";
import { Waiting } from "../controls/Waiting";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { Unreachable } from "../shell/Unreachable";
import { ContactCard } from "./ContactCard";
import styles from "./Contacts.module.css";
import { Files } from "./Files";
import { OpenVault } from "./OpenVault";
import { Unreadable } from "./Unreadable";
import { Unsaved } from "./Unsaved";

/** Everybody whom this person keeps: who of them is there, and what can be done about each. */
export function ContactsScreen({
  session,
  onConnect,
}: {
  readonly session: Session;
  readonly onConnect: () => void;
}) {
  const { say } = useWords();
  const contacts = useObservable(session.contacts);
  const [unreachable, setUnreachable] = useState(false);
  const load = () => {
    setUnreachable(false);
    session.loadContacts().catch(() => setUnreachable(true));
  };
  useEffect(() => {
    session.loadContacts().catch(() => setUnreachable(true));
  }, [session]);
  const unlocked = useObservable(session.unlocked.to("contacts"));
  if (unreachable) return <Unreachable onRetry={load} />;
  return (
    <Screen title={say("contacts.title")} lead={say("contacts.lead")}>
      <div className={styles.all}>
        {!unlocked && <Locked feature="contacts" text={say("contacts.locked")} />}
        {contacts === null ? (
          <Waiting what={say("contacts.vault.reading")} usually={say("common.aSecond")} />
        ) : (
          <Book session={session} contacts={contacts} unlocked={unlocked} onConnect={onConnect} />
        )}
      </div>
    </Screen>
  );
}

function Book({
  session,
  contacts,
  unlocked,
  onConnect,
}: {
  readonly session: Session;
  readonly contacts: Contacts;
  readonly unlocked: boolean;
  readonly onConnect: () => void;
}) {
  const { say } = useWords();
  const book = useObservable(contacts.book.state);
  const { kind } = useObservable(contacts.vault.state);
  const findable = useObservable(session.findable);
  useEffect(() => contacts.look(), [contacts]);
  const missed = useObservable(contacts.calls.missed);
  const visible = useObservable(pageVisible);
  useEffect(() => {
    if (visible) contacts.calls.lookedAtMissed();
  }, [contacts, missed, visible]);
  if (kind !== "open" || book.kind !== "open")
    return (
      <>
        <Unsaved newcomers={contacts.newcomers} />
        <OpenVault contacts={contacts} text={say("contacts.vault.text")} onConnect={onConnect} />
      </>
    );
  return (
    <>
      <Switch
        label={say("contacts.findable")}
        meaning={say("contacts.findableMeans")}
        on={findable}
        onChange={(on) => session.findable.set(on)}
      />
      <Unsaved newcomers={contacts.newcomers} />
      <Unreadable book={contacts.book} />
      {book.contacts.length === 0 ? (
        <p>{say("contacts.empty")}</p>
      ) : (
        <ul className={styles.list} aria-label={say("contacts.title")}>
          {book.contacts.map((contact) => (
            <ContactCard
              key={contact.id}
              contact={contact}
              contacts={contacts}
              unlocked={unlocked}
            />
          ))}
        </ul>
      )}
      <Files contacts={contacts} />
    </>
  );
}
