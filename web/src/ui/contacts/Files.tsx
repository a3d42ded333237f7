import { useEffect, useState } from "react";
import type { Contacts } from "../../contacts/Contacts";
import { type Exported, exportContacts, importContacts, isExport } from "../../contacts/exportFile";
import { classify, type Failure } from "../../wallet/failure";
import type { PlainId } from "../../words/catalogue";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Dialog } from "../controls/Dialog";
import styles from "./Contacts.module.css";
import { sayFailure } from "./failure";
import { Phrase } from "./Phrase";

const FILE_NAME = "passerby-contacts.json";
/** A browser has begun to read by then what it was told to download, in milliseconds. */
const BEGIN_WITHIN_MS = 60_000;

/** The list as a file of one's own, and back. */
export function Files({ contacts }: { readonly contacts: Contacts }) {
  const { say } = useWords();
  const [open, setOpen] = useState<"export" | "import" | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={styles.ways}>
      <Button onClick={() => setOpen("export")}>{say("contacts.export")}</Button>
      <Button onClick={() => setOpen("import")}>{say("contacts.import")}</Button>
      {open === "export" && (
        <Dialog open title={say("contacts.export.title")} onClose={close}>
          <Export contacts={contacts} />
        </Dialog>
      )}
      {open === "import" && (
        <Dialog open title={say("contacts.import")} onClose={close}>
          <Import contacts={contacts} />
        </Dialog>
      )}
    </div>
  );
}

function Export({ contacts }: { readonly contacts: Contacts }) {
  const { say } = useWords();
  const [made, setMade] = useState<Exported | null>(null);
  useEffect(() => {
    const book = contacts.book.state.get();
    void exportContacts(book.kind === "open" ? book.contacts : []).then(setMade);
  }, [contacts]);
  return (
    <div className={styles.form}>
      <p>{say("contacts.export.text")}</p>
      {made !== null && <Phrase words={made.phrase} />}
      <div>
        <Button
          look="primary"
          busy={made === null}
          onClick={() => made !== null && download(made.text)}
        >
          {say("contacts.export.download")}
        </Button>
      </div>
    </div>
  );
}

type ImportState =
  | { readonly kind: "asking"; readonly problem: PlainId | null }
  | { readonly kind: "adding" }
  | { readonly kind: "done"; readonly added: number; readonly failure: Failure | null };

function Import({ contacts }: { readonly contacts: Contacts }) {
  const { say } = useWords();
  const [text, setText] = useState<string | null>(null);
  const [phrase, setPhrase] = useState("");
  const [state, setState] = useState<ImportState>({ kind: "asking", problem: null });
  const choose = async (file: File | undefined): Promise<void> => {
    const read = file === undefined ? null : await file.text();
    const readable = read !== null && isExport(read);
    setText(readable ? read : null);
    const problem = read === null || readable ? null : "contacts.import.unreadable";
    setState({ kind: "asking", problem });
  };
  const add = async (): Promise<void> => {
    if (text === null) return;
    setState({ kind: "adding" });
    const imported = await importContacts(text, phrase);
    if (imported.kind === "contacts") {
      const { added, failed } = await contacts.book.addAll(imported.contacts);
      setState({ kind: "done", added, failure: failed === null ? null : classify(failed) });
      return;
    }
    const wrong = imported.kind === "wrong-phrase";
    const problem = wrong ? "contacts.vault.phrase.wrong" : "contacts.import.unreadable";
    setState({ kind: "asking", problem });
  };
  if (state.kind === "done")
    return (
      <div className={styles.form} role="status">
        <p>{say("contacts.import.done", { added: state.added })}</p>
        {state.failure !== null && <p>{say(sayFailure(state.failure))}</p>}
      </div>
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <p>{say("contacts.import.text")}</p>
      <label className={styles.field}>
        {say("contacts.import.file")}
        <input
          type="file"
          accept="application/json,.json"
          required
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      </label>
      <label className={styles.field}>
        {say("contacts.vault.phrase.words")}
        <textarea
          rows={3}
          value={phrase}
          required
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setPhrase(event.target.value)}
        />
      </label>
      {state.kind === "asking" && state.problem !== null && (
        <p role="alert">{say(state.problem)}</p>
      )}
      <div>
        <Button type="submit" look="primary" busy={state.kind === "adding"}>
          {say("contacts.import")}
        </Button>
      </div>
    </form>
  );
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), BEGIN_WITHIN_MS);
}
