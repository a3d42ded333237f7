import type { Studio } from "../../studio/Studio";
import { useWords } from "../../words/useWords";
import { useObservable } from "../meet/useObservable";
import { PictureFile } from "./PictureFile";
import styles from "./StudioPanel.module.css";

/** What the other sees behind this person. */
export function BehindChoice({ studio }: { readonly studio: Studio }) {
  const { say } = useWords();
  const { behind, opening } = useObservable(studio.state);
  const choice = (value: typeof behind, onChange: () => void) => (
    <label className={styles.choice}>
      <input type="radio" name="behind" checked={behind === value} onChange={onChange} />
      {say(`studio.behind.${value ?? "none"}`)}
    </label>
  );
  return (
    <fieldset className={styles.group}>
      <legend>{say("studio.behind")}</legend>
      {choice(null, () => void studio.blurBehind(false))}
      {choice("blur", () => void studio.blurBehind(true))}
      {behind === "picture" && choice("picture", () => undefined)}
      <div className={styles.ways}>
        <PictureFile busy={opening} onFile={(file) => void studio.pictureBehind(file)}>
          {say("studio.chooseBehind")}
        </PictureFile>
      </div>
    </fieldset>
  );
}
