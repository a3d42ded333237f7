import type { Verification } from "../../verification/Verification";
import { useWords } from "../../words/useWords";
import { ShieldIcon } from "../meet/icons";
import { useObservable } from "../meet/useObservable";
import styles from "./VerifiedMark.module.css";

/** Stays, small, for the rest of an encounter in which this person has said that the pictures match. */
export function VerifiedMark({ verification }: { readonly verification: Verification }) {
  const comparison = useObservable(verification.state);
  const { say } = useWords();
  if (comparison.kind !== "ready" || !comparison.confirmed) return null;
  return (
    <p className={styles.mark}>
      <ShieldIcon kept />
      {say("verification.mark")}
    </p>
  );
}
