import { useEffect, useState } from "react";
import type { Address } from "viem";
import { type Connector, useDisconnect, useSwitchChain } from "wagmi";
import { advise } from "../../wallet/advice";
import { shownWallet } from "../../wallet/announced";
import { classify, type Failure } from "../../wallet/failure";
import { shortAddress } from "../../wallet/format";
import type { SignInState } from "../../wallet/signIn";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { Advice } from "../controls/Advice";
import { Steps } from "../controls/Steps";
import { useChain } from "../shell/network";
import { useSession } from "../shell/session";
import styles from "./SignIn.module.css";
import { useSignIn } from "./useSignIn";

const STEPS = ["check", "sign", "sent", "done"] as const;
const INDEX = { check: 0, sign: 1, sent: 2, done: 4 } as const;

/** A sign-in with a wallet that is connected. */
export function SignInSteps({
  connector,
  address,
  onDone,
}: {
  readonly connector: Connector;
  readonly address: Address;
  readonly onDone: () => void;
}) {
  const words = useWords();
  const { say } = words;
  const { network } = useChain();
  const { signedIn } = useSession();
  const { state, again } = useSignIn(connector, address);
  const { mutateAsync: switchChain, isPending: switching } = useSwitchChain();
  const { mutate: disconnect } = useDisconnect();
  const [switchFailure, setSwitchFailure] = useState<Failure>();
  const wallet = shownWallet(connector, say("signin.unnamed"));

  useEffect(() => {
    if (state.step !== "done") return;
    signedIn(state.session);
    onDone();
  }, [state, signedIn, onDone]);

  const failure = state.step === "failed" ? (switchFailure ?? state.failure) : undefined;
  const advice = failure === undefined ? undefined : advise(failure, network.chainName, words);

  async function remedy() {
    setSwitchFailure(undefined);
    if (advice?.remedy === "reconnect") {
      disconnect({ connector });
      return;
    }
    if (state.step === "failed" && state.failure.kind === "wrong-network") {
      try {
        await switchChain({ chainId: network.chainId, connector });
      } catch (error) {
        setSwitchFailure(classify(error));
        return;
      }
    }
    again();
  }

  return (
    <div className={styles.body}>
      <div className={styles.account}>
        {wallet.icon !== undefined && <img src={wallet.icon} alt="" width={28} height={28} />}
        <span>
          <bdi>{wallet.name}</bdi> · <bdi>{shortAddress(address)}</bdi>
        </span>
        <button type="button" className={styles.other} onClick={() => disconnect({ connector })}>
          {say("signin.useAnother")}
        </button>
      </div>
      <Steps
        names={STEPS.map((step) => say(`signin.step.${step}`))}
        current={INDEX[state.step === "failed" ? state.at : state.step]}
        stopped={state.step === "failed"}
        status={statusOf(state, wallet.name, words)}
      />
      {advice !== undefined && (
        <Advice advice={advice} busy={switching} onPress={() => void remedy()} />
      )}
    </div>
  );
}

function statusOf(state: SignInState, wallet: string, { say }: Words): string {
  switch (state.step) {
    case "check":
    case "sent":
    case "done":
      return say(`signin.status.${state.step}`);
    case "sign":
      return say("signin.status.sign", { wallet });
    case "failed":
      return "";
  }
}
