import { type ReactNode, useState } from "react";
import type { Address } from "viem";
import { useConnection, useSwitchChain } from "wagmi";
import type { Action } from "../../wallet/actions";
import { advise } from "../../wallet/advice";
import { shownWallet } from "../../wallet/announced";
import { classify, type Failure } from "../../wallet/failure";
import type { TransactionState } from "../../wallet/transaction";
import { Advice } from "../controls/Advice";
import { Button } from "../controls/Button";
import { Dialog } from "../controls/Dialog";
import { Steps } from "../controls/Steps";
import { useChain } from "../shell/network";
import { CostList, SentDetails } from "./Cost";
import styles from "./Transaction.module.css";
import { useTransaction } from "./useTransaction";

const STEPS = ["Check", "Confirm in your wallet", "Sent", "Done"] as const;
const INDEX = { check: 0, ready: 1, confirm: 1, sent: 2, done: 4 } as const;

/** One transaction from its price to its end. */
export function TransactionDialog({
  action,
  account,
  onClose,
  onReconnect,
  children,
}: {
  readonly action: Action;
  readonly account: Address;
  readonly onClose: () => void;
  readonly onReconnect: () => void;
  /** Shown when it is done. */
  readonly children: ReactNode;
}) {
  const { network } = useChain();
  const { connector } = useConnection();
  const { state, confirm, again } = useTransaction(account, action.call);
  const { mutateAsync: switchChain, isPending: switching } = useSwitchChain();
  const [switchFailure, setSwitchFailure] = useState<Failure>();
  const wallet = connector === undefined ? "your wallet" : shownWallet(connector).name;
  const done = state.step === "done";
  const failure = state.step === "failed" ? (switchFailure ?? state.failure) : undefined;
  const advice = failure === undefined ? undefined : advise(failure, network.chainName);

  async function remedy() {
    setSwitchFailure(undefined);
    if (advice?.remedy === "reconnect" || advice?.remedy === "sign-in") {
      onReconnect();
      return;
    }
    if (state.step === "failed" && state.failure.kind === "wrong-network") {
      try {
        await switchChain({
          chainId: network.chainId,
          ...(connector === undefined ? {} : { connector }),
        });
      } catch (error) {
        setSwitchFailure(classify(error));
        return;
      }
    }
    again();
  }

  return (
    <Dialog open title={done ? action.doneTitle : action.title} onClose={onClose}>
      <div className={styles.body}>
        {!done && <p className={styles.explanation}>{action.explanation}</p>}
        <Steps
          names={STEPS}
          current={INDEX[state.step === "failed" ? state.at : state.step]}
          stopped={state.step === "failed"}
          resting={state.step === "ready"}
          status={done ? action.doneText : statusOf(state, wallet)}
        />
        {(state.step === "ready" || state.step === "confirm") && (
          <CostList cost={state.cost} valueName={action.valueName} />
        )}
        {advice !== undefined && (
          <Advice advice={advice} busy={switching} onPress={() => void remedy()} />
        )}
        <SentDetails state={state} />
        {done && children}
        {(state.step === "ready" || state.step === "confirm") && (
          <Button look="primary" size="large" busy={state.step === "confirm"} onClick={confirm}>
            {state.step === "ready" ? "Open my wallet" : "Waiting for your wallet"}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function statusOf(state: TransactionState, wallet: string): string {
  switch (state.step) {
    case "check":
      return "Looking at the price and the network fee.";
    case "ready":
      return "Nothing happens before you confirm in your wallet.";
    case "confirm":
      return `Open ${wallet} and confirm.`;
    case "sent":
      return "Sent. The network usually takes a few seconds.";
    case "done":
    case "failed":
      return "";
  }
}
