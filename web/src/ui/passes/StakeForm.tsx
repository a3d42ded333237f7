import { type SubmitEvent, useId, useState } from "react";
import { type Action, stake } from "../../wallet/actions";
import { readAmount } from "../../wallet/format";
import type { StakingTerms } from "../../wallet/passes";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useChain } from "../shell/network";
import styles from "./StakePanel.module.css";

/** 0.1 ETH, in wei. */
const EXAMPLE = 10n ** 17n;

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
  const { say, eth, typedAmount } = useWords();
  const { network } = useChain();
  const [text, setText] = useState(() => typedAmount(least));
  const [complaint, setComplaint] = useState<"malformed" | "tooLittle">();
  const id = useId();

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const amount = readAmount(text);
    if (amount.kind !== "amount") {
      setComplaint("malformed");
      return;
    }
    if (amount.wei < least) {
      setComplaint("tooLittle");
      return;
    }
    setComplaint(undefined);
    onChoose(stake(network, terms, amount.wei));
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <label htmlFor={id} className="visually-hidden">
        {say("passes.amount")}
      </label>
      <div className={styles.field}>
        <input
          id={id}
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          value={text}
          aria-invalid={complaint !== undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            setText(event.target.value);
            setComplaint(undefined);
          }}
        />
        <span aria-hidden="true">{say("passes.unit")}</span>
      </div>
      <Button type="submit" look="primary" busy={busy}>
        {say("passes.doStake")}
      </Button>
      <p
        id={`${id}-note`}
        className={complaint === undefined ? styles.note : styles.complaint}
        role={complaint === undefined ? undefined : "alert"}
      >
        {complaint === undefined
          ? say("passes.orMore", { amount: eth(least, 18) })
          : complaint === "malformed"
            ? say("passes.complaint.malformed", { example: typedAmount(EXAMPLE) })
            : say("passes.complaint.tooLittle", { amount: eth(least, 18) })}
      </p>
    </form>
  );
}
