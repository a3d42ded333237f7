import type { Connector } from "wagmi";
import { isDemoWallet, shownWallet } from "../../wallet/announced";
import { useWords } from "../../words/useWords";
import styles from "./WalletList.module.css";

/** The wallets of this browser; their names are text and their pictures are images, nothing more. */
export function WalletList({
  connectors,
  asking,
  compact = false,
  onChoose,
}: {
  readonly connectors: readonly Connector[];
  /** The wallet that is being asked now. */
  readonly asking: string | undefined;
  /** Two beside each other. */
  readonly compact?: boolean;
  readonly onChoose: (connector: Connector) => void;
}) {
  const { say } = useWords();
  return (
    <ul className={styles.list} data-compact={compact || undefined}>
      {connectors.map((connector) => {
        const wallet = shownWallet(connector, say("signin.unnamed"));
        return (
          <li key={connector.uid}>
            <button
              type="button"
              className={styles.wallet}
              disabled={asking !== undefined}
              data-asking={asking === connector.uid || undefined}
              onClick={() => onChoose(connector)}
            >
              {wallet.icon === undefined ? (
                <span className={styles.icon} aria-hidden="true" />
              ) : (
                <img className={styles.icon} src={wallet.icon} alt="" width={40} height={40} />
              )}
              <span className={styles.name}>
                <bdi>{wallet.name}</bdi>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The wallets of this browser, and beside them the demo wallets; `window.ethereum` only where nothing has announced itself. */
export function offered(connectors: readonly Connector[], legacyThere: boolean) {
  const announced = connectors.filter((connector) => connector.id !== "injected");
  const demo = announced.filter(isDemoWallet);
  const real = announced.filter((connector) => !isDemoWallet(connector));
  const legacy = connectors.filter((connector) => connector.id === "injected");
  return { real: real.length === 0 && legacyThere ? legacy : real, demo };
}
