import { type ReactNode, useState } from "react";
import type { Address } from "viem";
import { useConnection, useSwitchChain } from "wagmi";
import type { Action } from "../../wallet/actions";
import { advise } from "../../wallet/advice";
import { shownWallet } from "../../wallet/announced";
import { classify, type Failure } from "../../wallet/failure";
import type { TransactionState } from "../../wallet/transaction";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { Advice } from "../controls/Advice";
import { Button } from "../controls/Button";
import { Dialog } from "../controls/Dialog";
import { Steps } from "../controls/Steps";
import { useChain } from "../shell/network";
import { CostList, SentDetails } from "./Cost";
import styles from "./Transaction.module.css";
import { useTransaction } from "./useTransaction";

const STEPS = ["check", "confirm", "sent", "done"] as const;
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
  const words = useWords();
  const { say } = words;
  const { network } = useChain();
  const { connector } = useConnection();
  const { state, confirm, again } = useTransaction(account, action.call);
  const { mutateAsync: switchChain, isPending: switching } = useSwitchChain();
  const [switchFailure, setSwitchFailure] = useState<Failure>();
  const wallet =
    connector === undefined
      ? say("transaction.yourWallet")
      : shownWallet(connector, say("signin.unnamed")).name;
  const done = state.step === "done";
  const failure = state.step === "failed" ? (switchFailure ?? state.failure) : undefined;
  const advice = failure === undefined ? undefined : advise(failure, network.chainName, words);

  const said = action.said(words);

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
    <Dialog open title={done ? said.doneTitle : said.title} onClose={onClose}>
      <div className={styles.body}>
        {!done && <p className={styles.explanation}>{said.explanation}</p>}
        <Steps
          names={STEPS.map((step) => say(`transaction.step.${step}`))}
          current={INDEX[state.step === "failed" ? state.at : state.step]}
          stopped={state.step === "failed"}
          resting={state.step === "ready"}
          status={done ? said.doneText : statusOf(state, wallet, words)}
        />
        {(state.step === "ready" || state.step === "confirm") && (
          <CostList cost={state.cost} valueName={said.valueName} />
        )}
        {advice !== undefined && (
          <Advice advice={advice} busy={switching} onPress={() => void remedy()} />
        )}
        <SentDetails state={state} />
        {done && children}
        {(state.step === "ready" || state.step === "confirm") && (
          <Button look="primary" size="large" busy={state.step === "confirm"} onClick={confirm}>
            {say(state.step === "ready" ? "transaction.open" : "transaction.waiting")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function statusOf(state: TransactionState, wallet: string, { say }: Words): string {
  switch (state.step) {
    case "check":
    case "ready":
    case "sent":
      return say(`transaction.status.${state.step}`);
    case "confirm":
      return say("transaction.status.confirm", { wallet });
    case "done":
    case "failed":
      return "";
  }
}
