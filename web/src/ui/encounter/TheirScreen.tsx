import { useEffect, useRef } from "react";
import type { RemoteStage } from "../../call/RemoteStage";
import { useWords } from "../../words/useWords";
import styles from "./TheirScreen.module.css";

/** The screen that the other shares, whole, with its sound. */
export function TheirScreen({ stage }: { readonly stage: RemoteStage }) {
  const { say } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    return element === null ? undefined : stage.attach(element);
  }, [stage]);
  return (
    <video
      ref={video}
      className={styles.screen}
      data-testid="remote-screen"
      aria-label={say("screen.theirPicture")}
      playsInline
    />
  );
}
