import { useState } from "react";
import { type Connector, useConnect, useConnections, useConnectors, useDisconnect } from "wagmi";
import { advise } from "../../wallet/advice";
import { shownWallet } from "../../wallet/announced";
import { classify, type Failure } from "../../wallet/failure";
import { useWords } from "../../words/useWords";
import { Advice } from "../controls/Advice";
import { useChain } from "../shell/network";
import styles from "./SignIn.module.css";
import { offered, WalletList } from "./WalletList";

/** Asks which wallet, then asks that wallet. */
export function ChooseWallet({ onConnected }: { readonly onConnected: (() => void) | undefined }) {
  const words = useWords();
  const { say } = words;
  const { network } = useChain();
  const { real, demo } = offered(useConnectors(), "ethereum" in window);
  const connections = useConnections();
  const { mutateAsync: connect } = useConnect();
  const { mutateAsync: disconnect } = useDisconnect();
  const [asking, setAsking] = useState<Connector>();
  const [failed, setFailed] = useState<{ connector: Connector; failure: Failure }>();

  async function choose(connector: Connector) {
    setFailed(undefined);
    setAsking(connector);
    try {
      // One wallet at a time, so that "your wallet" is never in doubt.
      for (const other of connections) await disconnect({ connector: other.connector });
      await connect({ connector });
      onConnected?.();
    } catch (error) {
      setFailed({ connector, failure: classify(error) });
    } finally {
      setAsking(undefined);
    }
  }

  if (failed !== undefined) {
    const advice = advise(failed.failure, network.chainName, words);
    const again = () =>
      advice.remedy === "again" ? void choose(failed.connector) : setFailed(undefined);
    return <Advice advice={advice} onPress={again} />;
  }
  if (real.length + demo.length === 0) return <NoWallet />;
  const list = { asking: asking?.uid, onChoose: (connector: Connector) => void choose(connector) };
  return (
    <div className={styles.body}>
      <p className={styles.status} role="status">
        {asking === undefined
          ? say("signin.which")
          : say("signin.sayYes", { wallet: shownWallet(asking, say("signin.unnamed")).name })}
      </p>
      {real.length > 0 && <WalletList connectors={real} {...list} />}
      {demo.length > 0 && (
        <section className={styles.group} aria-labelledby="demo-wallets">
          <h3 id="demo-wallets">{say("signin.demo")}</h3>
          <p className={styles.hint}>{say("signin.demoHint")}</p>
          <WalletList connectors={demo} compact {...list} />
        </section>
      )}
    </div>
  );
}

function NoWallet() {
  const { say } = useWords();
  return (
    <div className={styles.body}>
      <p className={styles.status}>{say("signin.none")}</p>
      <a
        className={styles.link}
        href="https://ethereum.org/wallets/find-wallet/"
        target="_blank"
        rel="noreferrer"
      >
        {say("signin.find")}
      </a>
    </div>
  );
}
