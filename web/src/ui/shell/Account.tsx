import { useState } from "react";
import { useConnection } from "wagmi";
import { advise } from "../../wallet/advice";
import { shownWallet } from "../../wallet/announced";
import { classify, type Failure } from "../../wallet/failure";
import { eth, shortAddress } from "../../wallet/format";
import type { Session } from "../../wallet/session";
import { Advice } from "../controls/Advice";
import { Button } from "../controls/Button";
import { Details } from "../controls/Details";
import { Dialog } from "../controls/Dialog";
import styles from "./Account.module.css";
import { useHoldings } from "./chainQueries";
import { useChain } from "./network";
import { navigate } from "./router";
import { useSession } from "./session";

/** The signed-in wallet, and the way out. */
export function Account({ session }: { readonly session: Session }) {
  const [open, setOpen] = useState(false);
  const { connector } = useConnection();
  const icon = connector === undefined ? undefined : shownWallet(connector).icon;
  return (
    <>
      <button type="button" className={styles.chip} onClick={() => setOpen(true)}>
        {icon !== undefined && <img src={icon} alt="" width={24} height={24} />}
        <span className="visually-hidden">Your wallet </span>
        {shortAddress(session.address)}
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
    <Dialog open title="Your wallet" onClose={onClose}>
      <div className={styles.body}>
        <dl className={styles.facts}>
          <div>
            <dt>Wallet</dt>
            <dd>
              <bdi>{connector === undefined ? "Not connected" : shownWallet(connector).name}</bdi>
            </dd>
          </div>
          <div>
            <dt>Holds</dt>
            <dd>{holdings ? `${eth(holdings.balance)} ETH` : "…"}</dd>
          </div>
          <div>
            <dt>Network</dt>
            <dd>{network.chainName}</dd>
          </div>
        </dl>
        <Details
          rows={[
            { name: "Address", value: session.address },
            { name: "Signed in until", value: session.expiresAt.toLocaleString() },
          ]}
        />
        {failure === undefined ? (
          <Button busy={leaving} onClick={() => void leave()}>
            Sign out
          </Button>
        ) : (
          <Advice advice={advise(failure, network.chainName)} onPress={() => void leave()} />
        )}
      </div>
    </Dialog>
  );
}
