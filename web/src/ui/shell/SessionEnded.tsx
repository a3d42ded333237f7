import { shortAddress } from "../../wallet/format";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Dialog } from "../controls/Dialog";
import type { SessionEnd } from "./session";
import styles from "./Account.module.css";

/** Says why somebody is signed out who did not ask for it, and offers the way back. */
export function SessionEnded({
  end,
  onSignIn,
  onClose,
}: {
  readonly end: SessionEnd;
  readonly onSignIn: () => void;
  readonly onClose: () => void;
}) {
  const { title, text, button } = wordsOf(end, useWords());
  return (
    <Dialog open title={title} onClose={onClose}>
      <div className={styles.body}>
        <p>{text}</p>
        <Button look="primary" onClick={onSignIn}>
          {button}
        </Button>
      </div>
    </Dialog>
  );
}

function wordsOf(end: SessionEnd, { say }: Words) {
  switch (end.kind) {
    case "account-changed": {
      const account = shortAddress(end.account);
      return {
        title: say("shell.accountChanged.title"),
        text: say("shell.accountChanged.text", { account }),
        button: say("shell.accountChanged.button", { account }),
      };
    }
    case "expired":
      return {
        title: say("shell.expired.title"),
        text: say("shell.expired.text"),
        button: say("shell.expired.button"),
      };
  }
}
