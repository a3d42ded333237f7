import type { Contacts } from "../../contacts/Contacts";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import notes from "../encounter/Status.module.css";
import { useBriefly } from "../encounter/useBriefly";
import { HeartIcon } from "../meet/icons";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { useNaming } from "./useNaming";

const BRIEFLY_MS = 12_000;

/** Over the picture: that both want to keep each other, when it has come to that, or whom one has called. */
export function KeepNotes({
  session,
  onOpen,
}: {
  readonly session: Session;
  /** Opens the panel; null while it is open, and says the same. */
  readonly onOpen: (() => void) | null;
}) {
  const contacts = useObservable(session.contacts);
  return contacts === null ? null : <Notes contacts={contacts} onOpen={onOpen} />;
}

function Notes({
  contacts,
  onOpen,
}: {
  readonly contacts: Contacts;
  readonly onOpen: (() => void) | null;
}) {
  const { say } = useWords();
  const naming = useNaming();
  useObservable(contacts.book.state);
  const newcomer = useObservable(contacts.newcomer);
  const call = useObservable(contacts.calls.state);
  const kept = useBriefly(newcomer.kind === "kept" ? newcomer.id : null, BRIEFLY_MS);
  const partner = call.kind === "met" ? contacts.find(call.contact) : null;
  return (
    <>
      <p role="status" className="visually-hidden">
        {newcomer.kind === "kept" && say("contacts.keep.both")}
      </p>
      {kept !== null && onOpen !== null && (
        <div className={notes.note} data-testid="kept">
          <HeartIcon kept />
          <span>{say("contacts.keep.both")}</span>
          <Button onClick={onOpen}>{say("contacts.keep.show")}</Button>
        </div>
      )}
      {partner !== null && (
        <p className={notes.note}>
          <HeartIcon kept />
          <bdi>{say("contacts.with", { name: naming(partner) })}</bdi>
        </p>
      )}
    </>
  );
}
