import type { Contacts } from "../../contacts/Contacts";
import { type Observable, Variable } from "../../signaling/observable";
import { useWords } from "../../words/useWords";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import styles from "./Contacts.module.css";
import { Newcomer, Wish } from "./KeepPanel";

const CLOSED: Observable<boolean> = new Variable(false);

/** At the end of a round, and after an encounter: whom one has kept, and the last moment in which to want it. */
export function KeepAtEnd({
  session,
  contacts,
}: {
  readonly session: Session;
  readonly contacts: Contacts;
}) {
  const { say } = useWords();
  const peer = useObservable(session.meeting.peer);
  const reachable = useObservable(peer?.control.open ?? CLOSED);
  const unlocked = useObservable(session.unlocked.to("contacts"));
  const vault = useObservable(contacts.vault.state);
  const newcomer = useObservable(contacts.newcomer);
  const call = useObservable(contacts.calls.state);
  const unanswered = useObservable(contacts.keeping.unanswered);
  if (newcomer.kind !== "nobody")
    return (
      <div className={styles.atEnd}>
        <Newcomer contacts={contacts} />
      </div>
    );
  if (unanswered)
    return (
      <p className={styles.atEnd} role="status">
        {say("contacts.keep.unanswered")}
      </p>
    );
  const possible = reachable && unlocked && vault.kind === "open" && call.kind !== "met";
  return possible ? (
    <div className={styles.atEnd}>
      <Wish contacts={contacts} />
    </div>
  ) : null;
}
