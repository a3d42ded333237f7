import { CallConsent } from "../consent/CallConsent";
import type { ConsentParts } from "../consent/CallConsent";
import { Streamer } from "./Streamer";
import type { StreamerParts } from "./Streamer";

/** Streaming as far as a call has to do with it: who may be streamed, and what is. */
export interface CallStreaming {
  readonly consent: CallConsent;
  readonly streamer: Streamer;
  readonly stop: () => void;
}

type FromCall = ConsentParts & Omit<StreamerParts, "consent" | "begin" | "now">;

/** Puts the parts together and starts them. What streams is asked for when somebody does: few ever do. */
export function startStreaming(call: FromCall): CallStreaming {
  // Whoever may be recorded has not agreed to be shown to everybody: that is a question of its own.
  const consent = new CallConsent("streaming", call);
  const streamer = new Streamer({
    ...call,
    consent,
    begin: async (...stream) => (await import("./begin")).beginBroadcast(...stream),
    now: () => performance.now(),
  });
  consent.start();
  streamer.start();
  return {
    consent,
    streamer,
    stop: () => {
      streamer.stop();
      consent.stop();
    },
  };
}
