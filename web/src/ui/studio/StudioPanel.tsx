import type { Studio } from "../../studio/Studio";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { Locked } from "../passes/Locked";
import { BehindChoice } from "./BehindChoice";
import { Pictures } from "./Pictures";
import { SceneChoice } from "./SceneChoice";
import { Sounds } from "./Sounds";
import styles from "./StudioPanel.module.css";

/** Several inputs at once, and how they are arranged; for whoever has no pass for it, which passes there are. */
export function StudioPanel({
  session: { studio, unlocked, media },
}: {
  readonly session: Session;
}) {
  const { say } = useWords();
  const allowed = useObservable(unlocked.to("studio-inputs"));
  const { passLost, withheld } = useObservable(studio.state);
  if (!allowed)
    return (
      <Locked
        feature="studio-inputs"
        text={say(
          !passLost ? "studio.locked" : withheld ? "studio.passLostHidden" : "studio.passLost",
        )}
      />
    );
  return (
    <div className={styles.panel}>
      <State studio={studio} />
      <SceneChoice studio={studio} />
      <Pictures studio={studio} media={media} />
      <BehindChoice studio={studio} />
      <Sounds studio={studio} media={media} />
    </div>
  );
}

/** What does not go well, and the two ways to begin: as last time, and anew. */
function State({ studio }: { readonly studio: Studio }) {
  const { say } = useWords();
  const { pictures, sounds, behind, opening, problem, withheld } = useObservable(studio.state);
  const used = pictures.length + sounds.length > 2 || behind !== null;
  return (
    <>
      <p role="status" className={styles.status}>
        {opening ? say("studio.opening") : problem !== null && say(`studio.problem.${problem}`)}
      </p>
      <p role="status">{withheld && say("studio.withheld")}</p>
      {!used && studio.remembers && (
        <Button busy={opening} onClick={() => void studio.restore()}>
          {say("studio.restore")}
        </Button>
      )}
      {used && <Button onClick={studio.clear}>{say("studio.clear")}</Button>}
    </>
  );
}
