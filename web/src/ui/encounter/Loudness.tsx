import { Volume } from "../../call/Volume";
import { useWords } from "../../words/useWords";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import styles from "./panels.module.css";

/** How loud the other is, and whether at all. */
export function Loudness({ session: { volume } }: { readonly session: Session }) {
  const { say } = useWords();
  const { level, silent } = useObservable(volume.loudness);
  return (
    <div className={styles.loudness}>
      {Volume.adjustable ? (
        <label className={styles.level}>
          {say("sound.level")}
          <input
            type="range"
            min={0}
            max={1}
            step={0.05}
            value={silent ? 0 : level}
            onChange={(event) => volume.setLevel(event.target.valueAsNumber)}
          />
        </label>
      ) : (
        <p>{say("sound.byDevice")}</p>
      )}
      <label className={styles.sounds}>
        <input
          type="checkbox"
          checked={silent}
          onChange={(event) => volume.setSilent(event.target.checked)}
        />
        {say("sound.silence")}
      </label>
    </div>
  );
}
