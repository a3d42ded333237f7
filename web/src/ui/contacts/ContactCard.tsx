import { Locked } from "../passes/Locked";
import { useState } from "react";
import type { Contact } from "../../contacts/contact";
import type { Contacts } from "../../contacts/Contacts";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Dialog } from "../controls/Dialog";
import { useObservable } from "../meet/useObservable";
import styles from "./Contacts.module.css";
import { EditForm } from "./EditForm";
import { RemoveForm } from "./RemoveForm";
import { useAdult } from "./useAdult";
import { useNaming } from "./useNaming";

/** One contact: their name, whether they are there, and what can be done. */
export function ContactCard({
  contact,
  contacts,
  unlocked,
}: {
  readonly contact: Contact;
  readonly contacts: Contacts;
  /** Whether this person has a pass with which to call. */
  readonly unlocked: boolean;
}) {
  const { say, date } = useWords();
  const name = useNaming()(contact);
  const online = useObservable(contacts.whereabouts.online).has(contact.id);
  const call = useObservable(contacts.calls.state);
  const [open, setOpen] = useState<"edit" | "remove" | "locked" | null>(null);
  const [ask, gate] = useAdult();
  const heading = `contact-${contact.id}`;
  const close = () => setOpen(null);
  const ring = () => {
    contacts.calls.seen(contact.id);
    contacts.calls.call(contact.id);
  };
  return (
    <li className={styles.card} aria-labelledby={heading}>
      <div className={styles.who}>
        <h2 id={heading}>
          <bdi>{name}</bdi>
        </h2>
        <p className={styles.presence} data-online={online || undefined}>
          {say(online ? "contacts.online" : "contacts.offline")}
        </p>
        <Missed contact={contact} contacts={contacts} />
        {contact.note !== "" && (
          <p className={styles.note}>
            <bdi>{contact.note}</bdi>
          </p>
        )}
        <p className={styles.hint}>
          {say("contacts.since", { date: date(new Date(`${contact.since}T12:00:00Z`)) })}
        </p>
      </div>
      <div className={styles.ways}>
        <Button
          look={online ? "primary" : "quiet"}
          disabled={!online}
          busy={call.kind !== "none" && call.kind !== "over"}
          aria-label={say("contacts.call.named", { name })}
          onClick={() => (unlocked ? ask(ring) : setOpen("locked"))}
        >
          {say("contacts.call")}
        </Button>
        <Button
          aria-label={say("contacts.edit.named", { name })}
          onClick={() => {
            contacts.calls.seen(contact.id);
            setOpen("edit");
          }}
        >
          {say("contacts.edit")}
        </Button>
        <Button
          aria-label={say("contacts.remove.named", { name })}
          onClick={() => setOpen("remove")}
        >
          {say("contacts.remove")}
        </Button>
      </div>
      {open === "edit" && (
        <Dialog open title={say("contacts.edit.named", { name })} onClose={close}>
          <EditForm contacts={contacts} contact={contact} onSaved={close} />
        </Dialog>
      )}
      {open === "remove" && (
        <Dialog open title={say("contacts.remove.named", { name })} onClose={close}>
          <RemoveForm
            question={say("contacts.remove.question")}
            remove={() => contacts.book.remove(contact.id)}
            onClose={close}
          />
        </Dialog>
      )}
      {open === "locked" && (
        <Dialog open title={say("contacts.call.named", { name })} onClose={close}>
          <Locked feature="contacts" text={say("contacts.locked")} />
        </Dialog>
      )}
      {gate}
    </li>
  );
}

function Missed({ contact, contacts }: { readonly contact: Contact; readonly contacts: Contacts }) {
  const { say, timeOfDay } = useWords();
  const missed = useObservable(contacts.calls.missed);
  const last = missed.filter((each) => each.contact === contact.id).at(-1);
  return last === undefined ? null : (
    <p className={styles.missed}>
      {say("contacts.missed", { time: timeOfDay(new Date(last.at)) })}
    </p>
  );
}
