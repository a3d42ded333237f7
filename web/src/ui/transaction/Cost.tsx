import { transactionUrl } from "../../wallet/explorer";
import type { Cost, TransactionState } from "../../wallet/transaction";
import { useWords } from "../../words/useWords";
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
  const { say, eth } = useWords();
  return (
    <div>
      <dl className={styles.costs}>
        {valueName !== undefined && (
          <div>
            <dt>{valueName}</dt>
            <dd>
              <bdi>{eth(cost.value)}</bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>{say("transaction.fee")}</dt>
          <dd>
            <bdi>{eth(cost.fee)}</bdi>
          </dd>
        </div>
        {valueName !== undefined && (
          <div className={styles.together}>
            <dt>{say("transaction.together")}</dt>
            <dd>
              <bdi>{eth(cost.value + cost.fee)}</bdi>
            </dd>
          </div>
        )}
        <div className={styles.quiet}>
          <dt>{say("transaction.holds")}</dt>
          <dd>
            <bdi>{eth(cost.balance)}</bdi>
          </dd>
        </div>
      </dl>
      <Details
        rows={[
          {
            name: say("transaction.value"),
            value: say("transaction.wei", { amount: cost.value.toString() }),
          },
          {
            name: say("transaction.highestFee"),
            value: say("transaction.weiForGas", {
              amount: cost.fee.toString(),
              gas: cost.gas.toString(),
            }),
          },
        ]}
      />
    </div>
  );
}

/** The transaction one click away. */
export function SentDetails({ state }: { readonly state: TransactionState }) {
  const { say } = useWords();
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
      name: say("transaction.transaction"),
      value:
        url === undefined ? (
          hash
        ) : (
          <a href={url} target="_blank" rel="noreferrer">
            {hash}
          </a>
        ),
    },
    ...(state.step === "done"
      ? [{ name: say("transaction.block"), value: state.block.toString() }]
      : []),
  ];
  return <Details rows={rows} />;
}
