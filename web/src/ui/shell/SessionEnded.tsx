import { shortAddress } from "../../wallet/format";
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
  const { title, text, button } = wordsOf(end);
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

function wordsOf(end: SessionEnd) {
  switch (end.kind) {
    case "account-changed": {
      const account = shortAddress(end.account);
      return {
        title: "Your wallet shows another account",
        text: `You were signed in with one account and your wallet has switched to ${account}, so you are signed out.`,
        button: `Sign in as ${account}`,
      };
    }
    case "expired":
      return {
        title: "You are signed out",
        text: "Your session is over. Sign in again whenever you like.",
        button: "Sign in again",
      };
  }
}
