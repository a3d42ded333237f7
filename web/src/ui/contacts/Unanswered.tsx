import type { CallState } from "../../call/state";
import type { Keeping } from "../../contacts/Keeping";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { HeartIcon } from "../meet/icons";
import { useObservable } from "../meet/useObservable";
import { Banner } from "./Banner";
import styles from "./CallBanner.module.css";

/** For whoever left with a wish: that it had not turned out by then. Elsewhere the screen after the encounter says it. */
export function Unanswered({
  keeping,
  phase,
}: {
  readonly keeping: Keeping;
  readonly phase: CallState["phase"];
}) {
  const { say } = useWords();
  const unanswered = useObservable(keeping.unanswered);
  if (!unanswered || (phase !== "idle" && phase !== "waiting")) return null;
  return (
    <Banner
      title={say("contacts.keep.unanswered")}
      icon={<HeartIcon />}
      testId="unanswered"
      onEscape={keeping.acknowledge}
    >
      <div className={styles.answers}>
        <Button onClick={keeping.acknowledge}>{say("common.close")}</Button>
      </div>
    </Banner>
  );
}
