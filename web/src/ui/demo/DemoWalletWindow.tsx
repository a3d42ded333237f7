import { useSyncExternalStore } from "react";
import { approvals, type ApprovalRequest, type PendingApproval } from "../../wallet/demo/approval";
import { eth, shortAddress } from "../../wallet/format";
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
  const { request, wallet, host } = pending;
  return (
    <Dialog
      open
      look="wallet"
      title={`${wallet} · Demo wallet`}
      onClose={() => pending.answer(false)}
    >
      <div className={styles.body}>
        <p className={styles.question}>{questionOf(request, host)}</p>
        <Content request={request} />
        <p className={styles.hint}>
          This window stands in for a real wallet. Its key is public and its money is play money.
        </p>
        <div className={styles.answers}>
          <Button onClick={() => pending.answer(false)}>Reject</Button>
          <Button look="primary" onClick={() => pending.answer(true)}>
            {LABELS[request.kind]}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const LABELS = { connect: "Connect", sign: "Sign", send: "Confirm" } as const;

function questionOf(request: ApprovalRequest, host: string): string {
  switch (request.kind) {
    case "connect":
      return `May ${host} see the address of this wallet?`;
    case "sign":
      return `${host} asks you to sign this text:`;
    case "send":
      return `${host} asks you to send a transaction:`;
  }
}

function Content({ request }: { readonly request: ApprovalRequest }) {
  switch (request.kind) {
    case "connect":
      return null;
    case "sign":
      return (
        <pre className={styles.text} tabIndex={0} aria-label="Text to sign">
          {request.text}
        </pre>
      );
    case "send":
      return (
        <>
          <dl className={styles.amounts}>
            <div>
              <dt>To</dt>
              <dd>{shortAddress(request.to)}</dd>
            </div>
            <div>
              <dt>Amount</dt>
              <dd>{eth(request.value)} ETH</dd>
            </div>
            <div>
              <dt>Network fee, at most</dt>
              <dd>{eth(request.fee)} ETH</dd>
            </div>
          </dl>
          <Details
            rows={[
              { name: "To", value: request.to },
              { name: "Data", value: request.data },
            ]}
          />
        </>
      );
  }
}
