import { useEffect, useRef } from "react";
import type { LocalMedia } from "../../media/LocalMedia";
import { useWords } from "../../words/useWords";
import { useObservable } from "./useObservable";

/** One's own camera as a mirror shows it. Renders nothing while the camera is off. */
export function OwnPicture({
  media,
  className,
}: {
  readonly media: LocalMedia;
  readonly className?: string | undefined;
}) {
  const { say } = useWords();
  const { camera } = useObservable(media.state);
  const track = camera.kind === "on" ? camera.track : null;
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null || track === null) return;
    element.srcObject = new MediaStream([track]);
    // A play() that the next srcObject interrupts is no fault.
    element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  if (track === null) return null;
  return (
    <video
      ref={video}
      className={className}
      data-testid="own-video"
      aria-label={say("media.ownPicture")}
      muted
      playsInline
    />
  );
}
