import { useEffect, useId, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { CloseIcon } from "../meet/icons";
import { useWords } from "../../words/useWords";
import { isTouchOnly } from "./touchOnly";
import styles from "./SidePanel.module.css";

export interface SidePanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Something beside the picture: from below on a phone, at the inline end elsewhere. It is not modal: the picture
 * and the controls stay as they are. It takes the focus, or gives it to what bears `data-first`.
 */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const heading = useId();
  const { say } = useWords();
  useEffect(() => {
    // On a phone the focus of a field would bring up the keyboard before anybody wants to type.
    const first = isTouchOnly() ? null : panel.current?.querySelector<HTMLElement>("[data-first]");
    (first ?? panel.current)?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Escape while composing is the input method's.
    if (event.key !== "Escape" || event.nativeEvent.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <div
      ref={panel}
      className={styles.panel}
      role="dialog"
      aria-labelledby={heading}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        <button
          type="button"
          className={styles.close}
          aria-label={say("common.close")}
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </header>
      {/* It may scroll without holding anything to tab to. */}
      <div className={styles.content} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}
