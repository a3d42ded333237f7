import { useState } from "react";
import { useConnection } from "wagmi";
import { advise } from "../../wallet/advice";
import { shownWallet } from "../../wallet/announced";
import { classify, type Failure } from "../../wallet/failure";
import { shortAddress } from "../../wallet/format";
import type { Session } from "../../wallet/session";
import { useWords } from "../../words/useWords";
import { Advice } from "../controls/Advice";
import { Button } from "../controls/Button";
import { Details } from "../controls/Details";
import { Dialog } from "../controls/Dialog";
import { BlockedPeople } from "../safety/BlockedPeople";
import styles from "./Account.module.css";
import { useHoldings } from "./chainQueries";
import { useChain } from "./network";
import { navigate } from "./router";
import { useSession } from "./session";

/** The signed-in wallet, and the way out. */
export function Account({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const { connector } = useConnection();
  const icon = connector === undefined ? undefined : shownWallet(connector, "").icon;
  return (
    <>
      <button type="button" className={styles.chip} onClick={() => setOpen(true)}>
        {icon !== undefined && <img src={icon} alt="" width={24} height={24} />}
        <span className="visually-hidden">{say("shell.wallet")} </span>
        <bdi>{shortAddress(session.address)}</bdi>
      </button>
      {open && <AccountDialog session={session} onClose={() => setOpen(false)} />}
    </>
  );
}

function AccountDialog({
  session,
  onClose,
}: {
  readonly session: Session;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { say, eth, dateTime } = words;
  const { network } = useChain();
  const { connector } = useConnection();
  const { signOut } = useSession();
  const { data: holdings } = useHoldings(session.address);
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function leave() {
    setFailure(undefined);
    setLeaving(true);
    try {
      await signOut();
      navigate("welcome");
    } catch (error) {
      setFailure(classify(error));
      setLeaving(false);
    }
  }

  return (
    <Dialog open title={say("shell.wallet")} onClose={onClose}>
      <div className={styles.body}>
        <dl className={styles.facts}>
          <div>
            <dt>{say("shell.walletName")}</dt>
            <dd>
              <bdi>
                {connector === undefined
                  ? say("shell.notConnected")
                  : shownWallet(connector, say("signin.unnamed")).name}
              </bdi>
            </dd>
          </div>
          <div>
            <dt>{say("shell.holds")}</dt>
            <dd>
              <bdi>{holdings ? eth(holdings.balance) : "…"}</bdi>
            </dd>
          </div>
          <div>
            <dt>{say("shell.network")}</dt>
            <dd>
              <bdi>{network.chainName}</bdi>
            </dd>
          </div>
        </dl>
        <Details
          rows={[
            { name: say("shell.address"), value: session.address },
            { name: say("shell.signedInUntil"), value: dateTime(session.expiresAt) },
          ]}
        />
        <BlockedPeople />
        {failure === undefined ? (
          <Button busy={leaving} onClick={() => void leave()}>
            {say("shell.signOut")}
          </Button>
        ) : (
          <Advice advice={advise(failure, network.chainName, words)} onPress={() => void leave()} />
        )}
      </div>
    </Dialog>
  );
}
