import { useRef } from "react";
import type { Complaint, Saving } from "../../safety/complaint";
import type { Complaints } from "../../safety/Complaints";
import type { PlainId } from "../../words/catalogue";
import { Rich, useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import styles from "./Outcome.module.css";
import { TakeReceipt } from "./TakeReceipt";

/** What came of a report and a block after the encounter, and the way to say either now. */
export function Outcome({ complaints }: { readonly complaints: Complaints }) {
  const { say } = useWords();
  const receipt = useRef<HTMLElement>(null);
  const { about, report, block } = useObservable(complaints.state);
  if (about === null) return null;
  const refused = refusals({ about, report, block });
  return (
    <div className={styles.outcome}>
      <div role="status" className={styles.said}>
        {(report.kind === "sending" || block.kind === "sending") && <p>{say("safety.saving")}</p>}
        {report.kind === "stored" && (
          <p>
            <Rich
              of="safety.reported"
              given={{
                receipt: (
                  <strong key="receipt" ref={receipt}>
                    {report.what.receipt}
                  </strong>
                ),
              }}
            />
            <br />
            <span className={styles.quiet}>{say("safety.keepReceipt")}</span>
          </p>
        )}
        {block.kind === "stored" && <p>{say("safety.blocked")}</p>}
        {refused.map((id) => (
          <p key={id}>{say(id)}</p>
        ))}
      </div>
      {report.kind === "stored" && <TakeReceipt shown={receipt} />}
      {canBeSaidAgain(report) || canBeSaidAgain(block) ? (
        <Button onClick={complaints.again}>{say("common.tryAgain")}</Button>
      ) : null}
      <div className={styles.choices}>
        {report.kind === "none" && (
          <Button onClick={() => complaints.ask("report")}>{say("safety.report")}</Button>
        )}
        {block.kind === "none" && (
          <Button onClick={() => complaints.ask("block")}>{say("safety.block")}</Button>
        )}
      </div>
    </div>
  );
}

/** Each reason once, though it may hold for both. */
function refusals({ report, block }: Complaint): readonly PlainId[] {
  const ids = [refusal(report, "reports"), refusal(block, "blocks")];
  return [...new Set(ids)].filter((id) => id !== null);
}

function refusal(saving: Saving<unknown>, what: "reports" | "blocks"): PlainId | null {
  if (saving.kind !== "refused") return null;
  return saving.why === "too-many"
    ? `safety.refused.too-many-${what}`
    : `safety.refused.${saving.why}`;
}

function canBeSaidAgain(saving: Saving<unknown>): boolean {
  return saving.kind === "refused" && (saving.why === "store-down" || saving.why === "no-answer");
}
