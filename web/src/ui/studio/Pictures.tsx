import { inUse } from "../../media/devices";
import type { LocalMedia } from "../../media/LocalMedia";
import { ScreenShare } from "../../media/ScreenShare";
import type { Studio } from "../../studio/Studio";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import { nameOf } from "./names";
import { PictureFile } from "./PictureFile";
import styles from "./StudioPanel.module.css";

/** Every picture that there is, and those that could be added. */
export function Pictures({
  studio,
  media,
}: {
  readonly studio: Studio;
  readonly media: LocalMedia;
}) {
  const { say } = useWords();
  const { pictures, opening } = useObservable(studio.state);
  const { devices, camera, chosen } = useObservable(media.state);
  const own = inUse(
    devices.camera,
    chosen.camera,
    camera.kind === "on" ? camera.track.label : null,
  );
  const labels = new Set(pictures.map(({ label }) => label));
  const others = devices.camera.filter(({ id, label }) => id !== own && !labels.has(label));
  return (
    <fieldset className={styles.group}>
      <legend>{say("studio.pictures")}</legend>
      <ul className={styles.list}>
        {pictures.map((picture) => {
          const name = nameOf(picture, say);
          return (
            <li key={picture.id} className={styles.item}>
              <span className={styles.name}>{name}</span>
              {!picture.live && <span className={styles.quiet}>{say("studio.away")}</span>}
              {picture.kind !== "own" && (
                <Button onClick={() => studio.remove(picture.id)}>
                  {say("studio.remove", { name })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div className={styles.ways}>
        {others.map(({ id, label }) => (
          <Button key={id} busy={opening} onClick={() => void studio.addCamera(id, label)}>
            {say("studio.add", { name: label || say("studio.unnamed") })}
          </Button>
        ))}
        {ScreenShare.available && (
          <Button busy={opening} onClick={() => void studio.addScreen()}>
            {say("studio.addScreen")}
          </Button>
        )}
        <PictureFile busy={opening} onFile={(file) => void studio.addStill(file)}>
          {say("studio.addStill")}
        </PictureFile>
      </div>
    </fieldset>
  );
}
