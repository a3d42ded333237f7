import { eth } from "../../wallet/format";
import { transactionUrl } from "../../wallet/explorer";
import type { Cost, TransactionState } from "../../wallet/transaction";
import { Details } from "../controls/Details";
import { useChain } from "../shell/network";
import styles from "./Transaction.module.css";

/** What it takes, before the wallet opens. */
export function CostList({
  cost,
  valueName,
}: {
  readonly cost: Cost;
  readonly valueName: string | undefined;
}) {
  return (
    <div>
      <dl className={styles.costs}>
        {valueName !== undefined && (
          <div>
            <dt>{valueName}</dt>
            <dd>{eth(cost.value)} ETH</dd>
          </div>
        )}
        <div>
          <dt>Network fee, at most</dt>
          <dd>{eth(cost.fee)} ETH</dd>
        </div>
        {valueName !== undefined && (
          <div className={styles.together}>
            <dt>Together</dt>
            <dd>{eth(cost.value + cost.fee)} ETH</dd>
          </div>
        )}
        <div className={styles.quiet}>
          <dt>Your wallet holds</dt>
          <dd>{eth(cost.balance)} ETH</dd>
        </div>
      </dl>
      <Details
        rows={[
          { name: "Value", value: `${cost.value} wei` },
          { name: "Highest fee", value: `${cost.fee} wei for ${cost.gas} gas` },
        ]}
      />
    </div>
  );
}

/** The transaction one click away. */
export function SentDetails({ state }: { readonly state: TransactionState }) {
  const { network } = useChain();
  const hash =
    state.step === "sent" || state.step === "done"
      ? state.hash
      : state.step === "failed" && "hash" in state.failure
        ? state.failure.hash
        : undefined;
  if (hash === undefined) return null;
  const url = transactionUrl(network, hash);
  const rows = [
    {
      name: "Transaction",
      value:
        url === undefined ? (
          hash
        ) : (
          <a href={url} target="_blank" rel="noreferrer">
            {hash}
          </a>
        ),
    },
    ...(state.step === "done" ? [{ name: "Block", value: state.block.toString() }] : []),
  ];
  return <Details rows={rows} />;
}
