import { ARRANGEMENTS } from "../../studio/scene";
import type { Studio } from "../../studio/Studio";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import { nameOf } from "./names";
import styles from "./StudioPanel.module.css";

/** How pictures are arranged, and which stands where. Nothing while there is only one's own. */
export function SceneChoice({ studio }: { readonly studio: Studio }) {
  const { say } = useWords();
  const { scene, pictures } = useObservable(studio.state);
  if (pictures.length < 2) return null;
  const second = scene.second ?? "";
  return (
    <fieldset className={styles.group}>
      <legend>{say("studio.scene")}</legend>
      {ARRANGEMENTS.map((each) => (
        <label key={each} className={styles.choice}>
          <input
            type="radio"
            name="arrangement"
            checked={each === scene.arrangement}
            onChange={() => studio.arrange({ arrangement: each })}
          />
          {say(`studio.scene.${each}`)}
        </label>
      ))}
      {(["first", "second"] as const).map((place) =>
        place === "second" && scene.arrangement === "full" ? null : (
          <label key={place} className={styles.field}>
            <span>{say(`studio.${place}`)}</span>
            <select
              value={place === "first" ? scene.first : second}
              onChange={(event) => studio.arrange({ [place]: event.target.value })}
            >
              {pictures.map((picture) => (
                <option key={picture.id} value={picture.id}>
                  {nameOf(picture, say)}
                </option>
              ))}
            </select>
          </label>
        ),
      )}
      {scene.arrangement !== "full" && scene.second !== null && (
        <Button onClick={() => studio.arrange({ first: second })}>{say("studio.swap")}</Button>
      )}
    </fieldset>
  );
}
