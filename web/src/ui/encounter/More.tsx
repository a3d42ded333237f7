import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import { MoreIcon } from "../meet/icons";
import { keycap, shortcut } from "./action";
import type { Action } from "./action";
import controls from "./Controls.module.css";
import styles from "./More.module.css";

export interface MoreProps {
  readonly entries: readonly Action[];
  /** Where the menu stands: above everything that the encounter shows, and in its colours. */
  readonly container: HTMLElement | null;
  readonly onOpenChange: (open: boolean) => void;
}

/** What one can do besides the bar, with its keys. Not modal: Radix would inject a `<style>`, which the policy refuses. */
export function More({ entries, container, onOpenChange }: MoreProps) {
  const { say, direction } = useWords();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  return (
    <DropdownMenu.Root dir={direction} modal={false} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger className={controls.control} title={say("encounter.more")}>
        <span className={controls.disc}>
          <MoreIcon />
        </span>
        <span className={controls.name}>{say("encounter.more")}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content
          ref={setMenu}
          className={styles.menu}
          side="top"
          sideOffset={8}
          collisionPadding={12}
          onCloseAutoFocus={(event) => {
            // What was chosen may have taken the focus already: a panel does.
            const { activeElement } = document;
            if (activeElement !== document.body && menu?.contains(activeElement) === false)
              event.preventDefault();
          }}
        >
          {entries.map((entry) => (
            <Entry key={entry.name} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Entry({ entry }: { readonly entry: Action }) {
  const { label, icon, hotkey, pressed, onPress } = entry;
  const shared = {
    className: styles.entry,
    onSelect: onPress,
    "aria-keyshortcuts": shortcut(hotkey),
  };
  const content = (
    <>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.label}>{label}</span>
      {hotkey !== undefined && (
        <kbd className={styles.key} aria-hidden="true">
          {keycap(hotkey)}
        </kbd>
      )}
    </>
  );
  return pressed === undefined ? (
    <DropdownMenu.Item {...shared}>{content}</DropdownMenu.Item>
  ) : (
    <DropdownMenu.CheckboxItem {...shared} checked={pressed}>
      {content}
    </DropdownMenu.CheckboxItem>
  );
}
