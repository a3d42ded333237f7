import { useEffect, useRef } from "react";
import { useWords } from "../../words/useWords";

/** Oneself as a mirror shows it. Renders nothing while there is no track. */
export function OwnPicture({
  track,
  className,
}: {
  readonly track: MediaStreamTrack | null;
  readonly className?: string | undefined;
}) {
  const { say } = useWords();
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
