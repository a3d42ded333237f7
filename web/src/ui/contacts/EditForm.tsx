import { useState } from "react";
import { MOST_NAME, MOST_NOTE, tidy, type Contact } from "../../contacts/contact";
import type { Contacts } from "../../contacts/Contacts";
import { classify, type Failure } from "../../wallet/failure";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Switch } from "../controls/Switch";
import styles from "./Contacts.module.css";
import { sayFailure } from "./failure";

/** Name, note, and whether they may see that one is there. */
export function EditForm({
  contacts,
  contact,
  onSaved,
}: {
  readonly contacts: Contacts;
  readonly contact: Contact;
  readonly onSaved?: () => void;
}) {
  const { say } = useWords();
  const [draft, setDraft] = useState(contact);
  const [state, setState] = useState<"editing" | "saving" | "saved" | { readonly failed: Failure }>(
    "editing",
  );
  const change = (part: Partial<Contact>): void => {
    setDraft({ ...draft, ...part });
    setState("editing");
  };
  const save = async (): Promise<void> => {
    setState("saving");
    const { visible } = draft;
    const name = tidy(draft.name, MOST_NAME);
    const note = tidy(draft.note, MOST_NOTE);
    try {
      await contacts.book.change(contact.id, (now) => ({ ...now, name, note, visible }));
      setState("saved");
      onSaved?.();
    } catch (error) {
      setState({ failed: classify(error) });
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className={styles.field}>
        {say("contacts.name")}
        <input
          data-first=""
          value={draft.name}
          maxLength={MOST_NAME}
          autoComplete="off"
          dir="auto"
          onChange={(event) => change({ name: event.target.value })}
        />
      </label>
      <label className={styles.field}>
        {say("contacts.note")}
        <textarea
          rows={2}
          value={draft.note}
          maxLength={MOST_NOTE}
          dir="auto"
          onChange={(event) => change({ note: event.target.value })}
        />
      </label>
      <Switch
        label={say("contacts.visible")}
        meaning={say("contacts.visibleMeans")}
        on={draft.visible}
        onChange={(visible) => change({ visible })}
      />
      {typeof state === "object" && <p role="alert">{say(sayFailure(state.failed))}</p>}
      <div className={styles.ways}>
        <Button type="submit" look="primary" busy={state === "saving"}>
          {say("contacts.save")}
        </Button>
        <span role="status">{state === "saved" && say("contacts.saved")}</span>
      </div>
    </form>
  );
}
