import { type SubmitEvent, useId, useState } from "react";
import { type Action, stake } from "../../wallet/actions";
import { eth, readAmount, typed } from "../../wallet/format";
import type { StakingTerms } from "../../wallet/passes";
import { Button } from "../controls/Button";
import { useChain } from "../shell/network";
import styles from "./StakePanel.module.css";

/** How much to stake; the least that counts is there already. */
export function StakeForm({
  terms,
  least,
  busy,
  onChoose,
}: {
  readonly terms: StakingTerms;
  /** The least that is worth adding, in wei. */
  readonly least: bigint;
  readonly busy: boolean;
  readonly onChoose: (action: Action) => void;
}) {
  const { network } = useChain();
  const [text, setText] = useState(typed(least));
  const [complaint, setComplaint] = useState<string>();
  const id = useId();

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const amount = readAmount(text);
    if (amount.kind !== "amount") {
      setComplaint("Write an amount of ETH, such as 0.1.");
      return;
    }
    if (amount.wei < least) {
      setComplaint(`The least that counts is ${eth(least, 18)} ETH.`);
      return;
    }
    setComplaint(undefined);
    onChoose(stake(network, terms, amount.wei));
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <label htmlFor={id} className="visually-hidden">
        Amount to stake, in ETH
      </label>
      <div className={styles.field}>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={complaint !== undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            setText(event.target.value);
            setComplaint(undefined);
          }}
        />
        <span aria-hidden="true">ETH</span>
      </div>
      <Button type="submit" look="primary" busy={busy}>
        Stake
      </Button>
      <p
        id={`${id}-note`}
        className={complaint === undefined ? styles.note : styles.complaint}
        role={complaint === undefined ? undefined : "alert"}
      >
        {complaint ?? `${eth(least, 18)} ETH or more`}
      </p>
    </form>
  );
}
