import { useConnection } from "wagmi";
import { useWords } from "../../words/useWords";
import { Dialog } from "../controls/Dialog";
import { ChooseWallet } from "./ChooseWallet";
import { SignInSteps } from "./SignInSteps";

/** What the dialog is opened for: a session, or only a wallet to pay from. */
export type SignInPurpose = "sign-in" | "connect";

/** Connects a wallet, then signs in with it. */
export function SignInDialog({
  purpose,
  onClose,
  onDone,
}: {
  readonly purpose: SignInPurpose;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { say } = useWords();
  const connection = useConnection();
  return (
    <Dialog
      open
      title={say(purpose === "sign-in" ? "welcome.signIn" : "signin.connect")}
      onClose={onClose}
    >
      {connection.status === "connected" && purpose === "sign-in" ? (
        // Another account is another sign-in: nothing of the old one may be carried over.
        <SignInSteps
          key={connection.address}
          connector={connection.connector}
          address={connection.address}
          onDone={onDone}
        />
      ) : (
        <ChooseWallet onConnected={purpose === "connect" ? onDone : undefined} />
      )}
    </Dialog>
  );
}
