import type { BeginBroadcast } from "./broadcast";
import { mediaTypeFor } from "./mediaTypes";
import { readOffer } from "./offer";
import { RtmpBroadcast } from "./RtmpBroadcast";
import { WhipBroadcast } from "./WhipBroadcast";

/** Begins to stream; rejects with a {@link Breakdown} as its `cause` where it cannot. */
export const beginBroadcast: BeginBroadcast = async (ingest, subject, events) => {
  if (ingest.kind === "whip") return new WhipBroadcast(ingest, subject, events);
  const { rtmp, transcoding } = await readOffer();
  if (!rtmp) throw new Error("no RTMP here", { cause: "unavailable" });
  const records = "MediaRecorder" in globalThis;
  const type = mediaTypeFor((mime) => records && MediaRecorder.isTypeSupported(mime), transcoding);
  if (type === null) throw new Error("nothing to record", { cause: "unsupported" });
  return new RtmpBroadcast(ingest, subject, type, events);
};
