import { useWords } from "../../words/useWords";
import { keycap, shortcut } from "./action";
import type { Action } from "./action";
import { More } from "./More";
import type { EncounterActions } from "./useActions";
import styles from "./Controls.module.css";

/** More than that is just "many". */
const MOST_COUNTED = 99;

export interface ControlsProps {
  readonly actions: EncounterActions;
  readonly awake: boolean;
  /** Where the menu stands. */
  readonly container: HTMLElement | null;
  readonly onMenu: (open: boolean) => void;
}

/** Everything one can do in an encounter, within reach of a thumb. */
export function Controls({ actions, awake, container, onMenu }: ControlsProps) {
  const { say } = useWords();
  const { bar, more, next, leave } = actions;
  return (
    <div className={styles.dock} data-awake={awake || undefined}>
      <div className={styles.bar} role="toolbar" aria-label={say("encounter.controls")}>
        {bar.map((action) => (
          <Control key={action.name} action={action} />
        ))}
        <More entries={more} container={container} onOpenChange={onMenu} />
        {next !== null && <Control action={next} />}
        <Control action={leave} />
      </div>
    </div>
  );
}

function Control({ action }: { readonly action: Action }) {
  const { say } = useWords();
  const { name, label, icon, hotkey, pressed, badge, onPress } = action;
  return (
    <button
      type="button"
      className={styles.control}
      data-look={name}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut(hotkey)}
      title={
        hotkey === undefined
          ? label
          : say("encounter.withKey", { name: label, key: keycap(hotkey) })
      }
      onClick={onPress}
    >
      <span className={styles.disc}>{icon}</span>
      <span className={styles.name}>{label}</span>
      {badge !== undefined && badge.count > 0 && (
        <>
          <span className={styles.badge} aria-hidden="true">
            {badge.count > MOST_COUNTED ? `${MOST_COUNTED}+` : badge.count}
          </span>
          <span className="visually-hidden">{badge.words}</span>
        </>
      )}
    </button>
  );
}
