import { useState } from "react";
import type { RefObject } from "react";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import styles from "./Outcome.module.css";

/** Takes a receipt along: into the clipboard, or selected for it where the page may not write there. */
export function TakeReceipt({ shown }: { readonly shown: RefObject<HTMLElement | null> }) {
  const { say } = useWords();
  const [taken, setTaken] = useState<"copied" | "selected" | null>(null);
  const take = async (): Promise<void> => {
    const receipt = shown.current;
    if (receipt === null) return;
    try {
      await navigator.clipboard.writeText(receipt.innerText);
      setTaken("copied");
    } catch {
      // Not every browser lets a page write there, and some only over https.
      getSelection()?.selectAllChildren(receipt);
      setTaken("selected");
    }
  };
  return (
    <>
      <Button onClick={() => void take()}>{say("safety.copy")}</Button>
      <p role="status" className={styles.quiet}>
        {taken !== null && say(`safety.${taken}`)}
      </p>
    </>
  );
}
