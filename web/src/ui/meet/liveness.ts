import { onNetworkChange } from "../../rtc/networkChange";
import type { SignalingClient } from "../../signaling/SignalingClient";

/**
 * Has the line looked after whenever the network may be another one, or this page has been asleep; returns the way to
 * stop. Network changes are often mere estimates of a speed, and tabs come and go: so a line that answers is kept.
 */
export function lookAfter(signaling: Pick<SignalingClient, "hurry" | "probe">): () => void {
  const probe = (): void => signaling.probe();
  const hurry = (): void => signaling.hurry();
  const onVisibility = (): void => {
    if (!document.hidden) probe();
  };
  const stopWatching = onNetworkChange(probe);
  // Whoever was offline has another socket to open, whatever the present one looks like.
  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    stopWatching();
    window.removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", onVisibility);
  };
}
