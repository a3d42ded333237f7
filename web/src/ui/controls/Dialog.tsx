import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { useWords } from "../../words/useWords";
import styles from "./Dialog.module.css";

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `wallet` looks like another program's window, which it stands for. */
  readonly look?: "page" | "wallet";
}

/**
 * A modal dialog: a sheet from below on a phone, a card elsewhere.
 * Radix keeps focus inside and gives it back; its Overlay is left out because it injects a `<style>`, which the
 * content security policy refuses.
 */
export function Dialog({ title, open, onClose, children, look = "page" }: DialogProps) {
  const { say } = useWords();
  const opener = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <div className={styles.backdrop} data-modal="" />
        <Radix.Content
          className={`${styles.dialog ?? ""} ${styles[look] ?? ""}`}
          aria-describedby={undefined}
          // Radix knows only its own triggers; these dialogs are opened by whatever was pressed.
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close className={styles.close} aria-label={say("common.close")}>
              <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                <path
                  d="M5 5l10 10M15 5L5 15"
                  stroke="currentColor"
                  strokeWidth="1.8"
                  strokeLinecap="round"
                />
              </svg>
            </Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
