import { useSyncExternalStore } from "react";
import { approvals, type ApprovalRequest, type PendingApproval } from "../../wallet/demo/approval";
import { shortAddress } from "../../wallet/format";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Details } from "../controls/Details";
import { Dialog } from "../controls/Dialog";
import styles from "./DemoWalletWindow.module.css";

/** The demo wallets' own window: says honestly what it is, shows what is asked, and lets it be refused. */
export function DemoWalletWindow() {
  const pending = useSyncExternalStore(approvals.subscribe, approvals.current);
  return pending === undefined ? null : <Question key={pending.id} pending={pending} />;
}

function Question({ pending }: { readonly pending: PendingApproval }) {
  const words = useWords();
  const { say } = words;
  const { request, wallet, host } = pending;
  return (
    <Dialog
      open
      look="wallet"
      title={say("demo.title", { wallet })}
      onClose={() => pending.answer(false)}
    >
      <div className={styles.body}>
        <p className={styles.question}>{say(`demo.${request.kind}.question`, { host })}</p>
        <Content request={request} words={words} />
        <p className={styles.hint}>{say("demo.hint")}</p>
        <div className={styles.answers}>
          <Button onClick={() => pending.answer(false)}>{say("demo.reject")}</Button>
          <Button look="primary" onClick={() => pending.answer(true)}>
            {say(`demo.${request.kind}.answer`)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Content({
  request,
  words: { say, eth },
}: {
  readonly request: ApprovalRequest;
  readonly words: Words;
}) {
  switch (request.kind) {
    case "connect":
      return null;
    case "sign":
      return (
        <pre className={styles.text} tabIndex={0} dir="auto" aria-label={say("demo.text")}>
          {request.text}
        </pre>
      );
    case "send":
      return (
        <>
          <dl className={styles.amounts}>
            <div>
              <dt>{say("demo.to")}</dt>
              <dd>
                <bdi>{shortAddress(request.to)}</bdi>
              </dd>
            </div>
            <div>
              <dt>{say("demo.amount")}</dt>
              <dd>
                <bdi>{eth(request.value)}</bdi>
              </dd>
            </div>
            <div>
              <dt>{say("transaction.fee")}</dt>
              <dd>
                <bdi>{eth(request.fee)}</bdi>
              </dd>
            </div>
          </dl>
          <Details
            rows={[
              { name: say("demo.to"), value: request.to },
              { name: say("demo.data"), value: request.data },
            ]}
          />
        </>
      );
  }
}
