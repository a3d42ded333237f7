import { useEffect, useRef, useState } from "react";
import type { FullScreen } from "../../call/FullScreen";
import type { PictureInPicture } from "../../call/PictureInPicture";
import type { RemoteStage } from "../../call/RemoteStage";
import { useWords } from "../../words/useWords";
import { useObservable } from "../meet/useObservable";
import { fitOf } from "./fit";
import type { TheirSight } from "../veil/useSight";
import styles from "./RemotePicture.module.css";

/** The other's picture and voice. What it plays is the stage's business; this only gives it an element and a frame. */
export function RemotePicture({
  stage,
  pictureInPicture,
  fullScreen,
  dark,
  sight,
}: {
  readonly stage: RemoteStage;
  readonly pictureInPicture: PictureInPicture;
  readonly fullScreen: FullScreen;
  /** Their camera is off: whatever picture came last is not theirs now. */
  readonly dark: boolean;
  readonly sight: TheirSight;
}) {
  const { say } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [fit, setFit] = useState<"cover" | "contain">("cover");
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    const measure = (): void =>
      setFit(
        fitOf(
          { width: element.videoWidth, height: element.videoHeight },
          { width: element.clientWidth, height: element.clientHeight },
        ),
      );
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("resize", measure);
    const attached = [
      stage.attach(element),
      pictureInPicture.attach(element),
      fullScreen.attach(element),
    ];
    return () => {
      observer.disconnect();
      element.removeEventListener("resize", measure);
      for (const detach of attached.reverse()) detach();
    };
  }, [stage, pictureInPicture, fullScreen]);
  return (
    <>
      <video
        ref={video}
        className={styles.video}
        data-testid="remote-video"
        data-fit={fit}
        data-dark={dark || undefined}
        data-sight={sight}
        aria-label={say("encounter.theirPicture")}
        playsInline
      />
      <div className={styles.evening} data-lit={(sight !== "clear" && !dark) || undefined} />
      <Afterglow stage={stage} />
    </>
  );
}

/** What the eye keeps when a picture is gone: its light and colours. */
function Afterglow({ stage }: { readonly stage: RemoteStage }) {
  const trace = useObservable(stage.afterglow);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null || trace === null) return;
    element.width = trace.width;
    element.height = trace.height;
    element.getContext("2d")?.drawImage(trace, 0, 0);
  }, [trace]);
  return (
    <canvas ref={canvas} className={styles.afterglow} hidden={trace === null} aria-hidden="true" />
  );
}
