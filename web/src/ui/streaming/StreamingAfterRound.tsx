import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { EndedStream } from "./EndedStream";

/** What became of a stream that ended with the round. */
export function StreamingAfterRound({ session }: { readonly session: Session }) {
  const streaming = useObservable(session.streaming);
  return streaming !== null && <EndedStream streamer={streaming.streamer} />;
}
