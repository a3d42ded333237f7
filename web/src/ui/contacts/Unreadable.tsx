import { useState } from "react";
import type { ContactBook } from "../../contacts/ContactBook";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Dialog } from "../controls/Dialog";
import { useObservable } from "../meet/useObservable";
import styles from "./Contacts.module.css";
import { RemoveForm } from "./RemoveForm";

/** How many entries another key has sealed, and the way to be rid of them. */
export function Unreadable({ book }: { readonly book: ContactBook }) {
  const { say } = useWords();
  const state = useObservable(book.state);
  const [open, setOpen] = useState(false);
  const count = state.kind === "open" ? state.unreadable : 0;
  const close = () => setOpen(false);
  if (count === 0) return null;
  return (
    <div className={styles.ways}>
      <p className={styles.hint}>{say("contacts.unreadable", { count })}</p>
      <Button onClick={() => setOpen(true)}>{say("contacts.unreadable.remove", { count })}</Button>
      {open && (
        <Dialog open title={say("contacts.unreadable.remove", { count })} onClose={close}>
          <RemoveForm
            question={say("contacts.unreadable.question", { count })}
            remove={() => book.removeUnreadable()}
            onClose={close}
          />
        </Dialog>
      )}
    </div>
  );
}
