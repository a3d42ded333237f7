import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./CallBanner.module.css";

export interface BannerProps {
  readonly title: string;
  readonly icon: ReactNode;
  readonly rings?: boolean;
  readonly testId: string;
  readonly onEscape?: () => void;
  readonly children?: ReactNode;
}

/**
 * Stands above everything, open dialogs too, and leaves them as they are: Radix lets go of the focus that the dialog below
 * holds, and takes it back there afterwards. It takes the focus itself, unless something is being typed, and gives it back.
 */
export function Banner({ title, icon, rings = false, testId, onEscape, children }: BannerProps) {
  const banner = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    // What had the focus is gone with what was said before.
    if (isNowhere(document.activeElement)) banner.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    // Nothing but Escape asks it to close: see below.
    <Radix.Root open modal={false} onOpenChange={(open) => !open && onEscape?.()}>
      <Radix.Portal>
        <Radix.Content
          ref={banner}
          className={styles.banner}
          // Radix takes the pointer from whatever is under a dialog that opens later.
          style={{ pointerEvents: "auto" }}
          aria-describedby={undefined}
          data-testid={testId}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            before.current = document.activeElement;
            if (before.current?.closest("input, textarea, select") == null)
              banner.current?.focus({ preventScroll: true });
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (isNowhere(document.activeElement) && before.current instanceof HTMLElement)
              before.current.focus({ preventScroll: true });
          }}
          onInteractOutside={(event) => event.preventDefault()}
          onPointerDown={(event) => {
            // A dialog below would take it for a press beside itself, and close.
            if (event.currentTarget.contains(event.target as Node)) event.stopPropagation();
          }}
        >
          {/* Tab leaves it: Radix would begin again at the first button. */}
          <div
            className={styles.content}
            onKeyDown={(event) => isTab(event) && event.stopPropagation()}
          >
            <Radix.Title asChild>
              <p className={styles.title} role="alert">
                <span className={styles.icon} data-rings={rings || undefined}>
                  {icon}
                </span>
                {title}
              </p>
            </Radix.Title>
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function isNowhere(focused: Element | null): boolean {
  return focused === null || focused === document.body;
}

function isTab({ key }: { readonly key: string }): boolean {
  return key === "Tab";
}
