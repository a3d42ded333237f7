import type { KeyboardEvent, SyntheticEvent } from "react";
import type { Chat } from "../../chat/Chat";
import { isFull } from "../../chat/conversation";
import { LONGEST } from "../../chat/text";
import { useWords } from "../../words/useWords";
import { SendIcon } from "../meet/icons";
import { useObservable } from "../meet/useObservable";
import styles from "./Composer.module.css";

/** From here on one is told how much room is left, in characters. */
const NEARLY_FULL = 300;

/** The line to write in: Enter sends, Shift and Enter begin a new line. */
export function Composer({ chat }: { readonly chat: Chat }) {
  const draft = useObservable(chat.draft);
  const full = isFull(useObservable(chat.conversation));
  const { say } = useWords();
  const left = LONGEST - draft.length;
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    chat.send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    chat.send();
  };
  return (
    <form className={styles.composer} onSubmit={onSubmit}>
      <textarea
        data-first=""
        className={styles.field}
        dir="auto"
        rows={1}
        aria-label={say("chat.write")}
        placeholder={say("chat.write")}
        maxLength={LONGEST}
        enterKeyHint="send"
        autoComplete="off"
        value={draft}
        onChange={(event) => chat.write(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => chat.typing.rest()}
      />
      <button
        type="submit"
        className={styles.send}
        aria-label={say("chat.send")}
        title={say("chat.send")}
        disabled={full || draft.trim() === ""}
        // A tap must not take the focus, and with it a phone's keyboard, from the field.
        onPointerDown={(event) => event.preventDefault()}
      >
        <SendIcon />
      </button>
      {(full || left <= NEARLY_FULL) && (
        <p className={styles.left} role="status">
          {full ? say("chat.full") : say("chat.left", { count: left })}
        </p>
      )}
    </form>
  );
}

/** Enter that ends a composition belongs to the input method; Safari says so only by the key code. */
function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it in Safari
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
