import type { Theirs } from "../../call/Meeting";
import type { DeviceNews } from "../../media/LocalMedia";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { MicrophoneIcon, ScreenIcon, VolumeIcon } from "../meet/icons";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import styles from "./Status.module.css";
import { useBriefly } from "./useBriefly";

const BRIEFLY_MS = 7_000;

/** What this person has set going or has to know, over the other's picture: most of it only for a moment. */
export function Notes({
  session: { media, screen, volume, pushToTalk },
  theirs,
  awake,
}: {
  readonly session: Session;
  readonly theirs: Theirs["media"];
  readonly awake: boolean;
}) {
  const { say } = useWords();
  const mine = useObservable(screen.state);
  const problem = useBriefly(mine.kind === "off" ? mine.problem : null, BRIEFLY_MS);
  const shared = useBriefly(theirs.screen ? "theirs" : null, BRIEFLY_MS);
  const news = useBriefly(useObservable(media.news), BRIEFLY_MS);
  const { silent } = useObservable(volume.loudness);
  const talking = useObservable(pushToTalk.talking);
  const { muted } = useObservable(media.state);
  const hint = useObservable(pushToTalk.wanted) && muted && awake;
  return (
    <>
      {mine.kind === "on" && (
        <div className={styles.note}>
          <ScreenIcon />
          <span>{say("screen.mine")}</span>
          <Button onClick={screen.stop}>{say("screen.stop")}</Button>
        </div>
      )}
      {problem !== null && (
        <p className={styles.note} role="alert">
          {say(`screen.problem.${problem}`)}
        </p>
      )}
      {shared !== null && (
        <p className={styles.note}>
          <ScreenIcon /> {say("screen.theirs")}
        </p>
      )}
      {news !== null && <p className={styles.note}>{newsSaying(news, say)}</p>}
      {silent && (
        <div className={styles.note}>
          <VolumeIcon off />
          <span>{say("sound.silent")}</span>
          <Button onClick={() => volume.setSilent(false)}>{say("sound.hear")}</Button>
        </div>
      )}
      {(talking || hint) && (
        <p className={styles.note}>
          <MicrophoneIcon off={!talking} />
          {say(talking ? "sound.talking" : "sound.pushToTalkHint")}
        </p>
      )}
    </>
  );
}

/** A device that has no name is known by what it is. */
export function newsSaying({ role, what, label }: DeviceNews, say: Words["say"]): string {
  const device = label === "" ? say(`media.${role}`) : label;
  return what === "replaced"
    ? say("media.news.replaced", { what: role, device })
    : say(`media.news.${what}`, { device });
}
