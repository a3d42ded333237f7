import { useEffect, useLayoutEffect, useRef } from "react";
import type { Chat } from "../../chat/Chat";
import type { Message } from "../../chat/conversation";
import { useWords } from "../../words/useWords";
import { ClockIcon, TickIcon } from "../meet/icons";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { Composer } from "./Composer";
import styles from "./ChatPanel.module.css";

/** What two people write to each other, with a line to write in. */
export function ChatPanel({ session: { chat } }: { readonly session: Session }) {
  useAttention(chat);
  return (
    <div className={styles.chat}>
      <Log chat={chat} />
      <Composer chat={chat} />
    </div>
  );
}

/** Messages count as read while the panel is open in a window that is seen. */
function useAttention(chat: Chat): void {
  useEffect(() => {
    const look = (): void => chat.attend(document.visibilityState === "visible");
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      chat.attend(false);
    };
  }, [chat]);
}

function Log({ chat }: { readonly chat: Chat }) {
  const { messages } = useObservable(chat.conversation);
  const typing = useObservable(chat.typing.theirs);
  const { say } = useWords();
  const log = useRef<HTMLDivElement>(null);
  useFollowing(log, messages.length);
  return (
    // A log that scrolls must be reached by keyboard.
    <div ref={log} className={styles.log} tabIndex={0} role="log" aria-label={say("chat.log")}>
      {messages.length === 0 && <p className={styles.empty}>{say("chat.empty")}</p>}
      {messages.map((message) => (
        <Line key={`${message.from} ${message.number}`} message={message} />
      ))}
      <p className={styles.typing} aria-live="off">
        {typing && say("chat.typing")}
      </p>
    </div>
  );
}

/** A stranger's text: shown as it is, never as markup, never as a link, and isolated from the direction of its surroundings. */
function Line({ message }: { readonly message: Message }) {
  const { from, text, at } = message;
  const { say, timeOfDay } = useWords();
  const written = new Date(at);
  return (
    // Nobody needs to be read aloud what they have just written themselves.
    <div className={styles.message} data-from={from} aria-live={from === "me" ? "off" : undefined}>
      <span className="visually-hidden">{say(from === "me" ? "chat.you" : "chat.they")}</span>
      <p className={styles.text} dir="auto">
        {text}
      </p>
      <p className={styles.about}>
        <time dateTime={written.toISOString()}>{timeOfDay(written)}</time>
        {from === "me" && <Delivery delivered={message.delivered} />}
      </p>
    </div>
  );
}

function Delivery({ delivered }: Pick<Message, "delivered">) {
  const { say } = useWords();
  const words = say(delivered ? "chat.delivered" : "chat.waiting");
  return (
    <span className={styles.delivery} title={words} data-delivered={delivered}>
      {delivered ? <TickIcon /> : <ClockIcon />}
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

/** Keeps the newest in view, unless somebody is reading further up. */
function useFollowing(ref: React.RefObject<HTMLElement | null>, count: number): void {
  const following = useRef(true);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const onScroll = (): void => {
      const below = element.scrollHeight - element.scrollTop - element.clientHeight;
      following.current = below < 48;
    };
    const stay = (): void => {
      if (following.current) element.scrollTop = element.scrollHeight;
    };
    const observer = new ResizeObserver(stay);
    observer.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [ref]);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element !== null && following.current) element.scrollTop = element.scrollHeight;
  }, [ref, count]);
}
