import { useEffect, useState } from "react";
import type { Chat } from "../../chat/Chat";
import { useWords } from "../../words/useWords";
import { useObservable } from "../meet/useObservable";
import styles from "./Toast.module.css";

/** How long a message stands over the picture, in milliseconds. */
const SHOWN_MS = 6_000;

/** The newest message that nobody has read, for a moment; pressing it opens the conversation. */
export function Toast({ chat, onOpen }: { readonly chat: Chat; readonly onOpen: () => void }) {
  const { messages, unread, heard } = useObservable(chat.conversation);
  const { say } = useWords();
  const [faded, setFaded] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setFaded(heard), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [heard]);
  const newest = messages.findLast(({ from }) => from === "them");
  const shown = unread > 0 && heard !== faded && newest !== undefined;
  return (
    <div className={styles.place} role="status">
      {shown && (
        <button key={newest.number} type="button" className={styles.toast} onClick={onOpen}>
          <span className="visually-hidden">{say("chat.they")}</span>
          <span className={styles.text} dir="auto">
            {newest.text}
          </span>
        </button>
      )}
    </div>
  );
}
