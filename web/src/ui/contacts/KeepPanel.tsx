import { Locked } from "../passes/Locked";
import type { Contacts } from "../../contacts/Contacts";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import styles from "./Contacts.module.css";
import { EditForm } from "./EditForm";
import { sayFailure } from "./failure";
import { OpenVault } from "./OpenVault";

/** Keeping the other, if they want it, too; for whoever has no pass for it, which passes there are. */
export function KeepPanel({ session }: { readonly session: Session }) {
  const contacts = useObservable(session.contacts);
  const { say } = useWords();
  if (contacts === null) return <p role="status">{say("contacts.vault.reading")}</p>;
  return <Keep session={session} contacts={contacts} />;
}

function Keep({ session, contacts }: { readonly session: Session; readonly contacts: Contacts }) {
  const { say } = useWords();
  const unlocked = useObservable(session.unlocked.to("contacts"));
  const call = useObservable(contacts.calls.state);
  const newcomer = useObservable(contacts.newcomer);
  const { kind } = useObservable(contacts.vault.state);
  if (call.kind === "met") return <Kept contacts={contacts} id={call.contact} known />;
  if (newcomer.kind !== "nobody") return <Newcomer contacts={contacts} />;
  if (!unlocked) return <Locked feature="contacts" text={say("contacts.locked")} />;
  if (kind === "open") return <Wish contacts={contacts} />;
  return (
    <div className={styles.panel}>
      <p>{say("contacts.keep.how")}</p>
      <OpenVault contacts={contacts} text={say("contacts.keep.open")} />
    </div>
  );
}

/** To want it, and to take that back. */
export function Wish({ contacts: { keeping } }: { readonly contacts: Contacts }) {
  const { say } = useWords();
  const wanted = useObservable(keeping.state) === "wanted";
  return (
    <div className={styles.panel}>
      <p role="status">{say(wanted ? "contacts.keep.wanted" : "contacts.keep.how")}</p>
      <div>
        {wanted ? (
          <Button onClick={keeping.forget}>{say("contacts.keep.forget")}</Button>
        ) : (
          <Button look="primary" data-first="" onClick={keeping.want}>
            {say("contacts.keep.button")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Whoever has just been kept. */
export function Newcomer({ contacts }: { readonly contacts: Contacts }) {
  const { say } = useWords();
  const newcomer = useObservable(contacts.newcomer);
  switch (newcomer.kind) {
    case "nobody":
      return null;
    case "saving":
      return <p role="status">{say("contacts.keep.saving")}</p>;
    case "failed":
      return (
        <div className={styles.panel} role="alert">
          <p>{say("contacts.keep.failed")}</p>
          <p>{say(sayFailure(newcomer.failure))}</p>
          <div>
            <Button look="primary" onClick={contacts.newcomers.saveAgain}>
              {say("contacts.keep.again")}
            </Button>
          </div>
        </div>
      );
    case "kept":
      return <Kept contacts={contacts} id={newcomer.id} />;
    default:
      return newcomer satisfies never;
  }
}

/** Somebody who is kept: what one calls them. */
export function Kept({
  contacts,
  id,
  known = false,
}: {
  readonly contacts: Contacts;
  readonly id: string;
  /** Since an earlier day. */
  readonly known?: boolean;
}) {
  const { say } = useWords();
  useObservable(contacts.book.state);
  const contact = contacts.find(id);
  if (contact === null) return null;
  return (
    <div className={styles.panel}>
      <p>{say(known ? "contacts.keep.already" : "contacts.keep.both")}</p>
      {!known && <p className={styles.hint}>{say("contacts.keep.name")}</p>}
      <EditForm key={id} contacts={contacts} contact={contact} />
    </div>
  );
}
