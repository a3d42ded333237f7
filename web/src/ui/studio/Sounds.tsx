import { useCallback } from "react";
import { inUse } from "../../media/devices";
import type { LocalMedia } from "../../media/LocalMedia";
import { MOST_GAIN } from "../../studio/inputs";
import type { SoundInput } from "../../studio/inputs";
import type { Studio } from "../../studio/Studio";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Meter } from "../controls/Meter";
import { Level } from "../lobby/Level";
import { useObservable } from "../meet/useObservable";
import { nameOf } from "./names";
import styles from "./StudioPanel.module.css";

/** Every sound that there is, how loud it is and is to be, and those that could be added. */
export function Sounds({ studio, media }: { readonly studio: Studio; readonly media: LocalMedia }) {
  const { say } = useWords();
  const { sounds, opening } = useObservable(studio.state);
  const { devices, microphone, chosen } = useObservable(media.state);
  const track = microphone.kind === "on" ? microphone.track : null;
  const own = inUse(devices.microphone, chosen.microphone, track?.label ?? null);
  const labels = new Set(sounds.map(({ label }) => label));
  const others = devices.microphone.filter(({ id, label }) => id !== own && !labels.has(label));
  return (
    <fieldset className={styles.group}>
      <legend>{say("studio.sounds")}</legend>
      <ul className={styles.list}>
        {sounds.map((sound) => (
          <Strip
            key={`${sound.kind} ${sound.id}`}
            sound={sound}
            studio={studio}
            alone={sounds.length === 1 && sound.gain === 1 ? track : null}
          />
        ))}
      </ul>
      {others.length > 0 && <p className={styles.quiet}>{say("studio.lines")}</p>}
      <div className={styles.ways}>
        {others.map(({ id, label }) => (
          <Button key={id} busy={opening} onClick={() => void studio.addLine(id, label)}>
            {say("studio.add", { name: label || say("studio.unnamed") })}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function Strip({
  sound,
  studio,
  alone,
}: {
  readonly sound: SoundInput;
  readonly studio: Studio;
  /** What is sent as it is, so that the studio does not hear it. */
  readonly alone: MediaStreamTrack | null;
}) {
  const { say } = useWords();
  const { id, kind, gain, live } = sound;
  const name = kind === "screen" ? say("studio.screenSound") : nameOf(sound, say);
  const read = useCallback(() => studio.levelOf(id), [studio, id]);
  return (
    <li className={styles.item}>
      <span className={styles.name}>{name}</span>
      {!live && <span className={styles.quiet}>{say("studio.away")}</span>}
      {live && alone !== null && <Level track={alone} />}
      {live && alone === null && <Meter label={say("studio.level", { name })} read={read} />}
      <input
        className={styles.gain}
        type="range"
        min={0}
        max={MOST_GAIN}
        step={0.05}
        value={gain}
        aria-label={say("studio.gain", { name })}
        onChange={(event) => void studio.setGain(id, event.target.valueAsNumber)}
      />
      {kind === "line" && (
        <Button onClick={() => studio.remove(id)}>{say("studio.remove", { name })}</Button>
      )}
    </li>
  );
}
