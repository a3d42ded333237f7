import { useWords } from "../../words/useWords";
import { keycap } from "./action";
import type { PanelProps } from "./panels";
import styles from "./panels.module.css";

/** Every key that does something in an encounter. */
export function Keys({ actions }: Pick<PanelProps, "actions">) {
  const { say } = useWords();
  return (
    <dl className={styles.keys}>
      {actions.map(({ name, label, hotkey }) =>
        hotkey === undefined ? null : <Key key={name} cap={keycap(hotkey)} does={label} />,
      )}
      <Key cap={say("encounter.keys.space")} does={say("encounter.keys.talk")} />
      <Key cap={say("encounter.keys.arrows")} does={say("encounter.keys.tile")} />
    </dl>
  );
}

function Key({ cap, does }: { readonly cap: string; readonly does: string }) {
  return (
    <>
      <dt>
        <kbd>{cap}</kbd>
      </dt>
      <dd>{does}</dd>
    </>
  );
}
