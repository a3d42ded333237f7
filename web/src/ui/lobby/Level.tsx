import { useEffect, useMemo } from "react";
import { LevelMeter } from "../../media/LevelMeter";
import { useWords } from "../../words/useWords";
import { Meter } from "../controls/Meter";

/** A bar that moves with one's own voice. */
export function Level({ track }: { readonly track: MediaStreamTrack | null }) {
  const { say } = useWords();
  const meter = useMemo(() => new LevelMeter(), []);
  useEffect(() => {
    meter.listen(track);
    return () => meter.close();
  }, [meter, track]);
  return <Meter label={say("media.level")} read={track === null ? null : meter.read} />;
}
