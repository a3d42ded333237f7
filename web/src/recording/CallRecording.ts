import { CallConsent } from "../consent/CallConsent";
import type { ConsentParts } from "../consent/CallConsent";
import { Recorder } from "./Recorder";
import type { RecorderParts } from "./Recorder";

/** Recording as far as a call has to do with it: who may record whom, and what is recorded here. */
export interface CallRecording {
  readonly consent: CallConsent;
  readonly recorder: Recorder;
  readonly stop: () => void;
}

/** What only a recording needs; the code that records is asked for when somebody does: few ever do. */
type FromCall = ConsentParts & Omit<RecorderParts, "consent" | "begin" | "rescue" | "now" | "time">;

/** Puts the parts together and starts them. */
export function startRecording(call: FromCall): CallRecording {
  const consent = new CallConsent("recording", call);
  const recorder = new Recorder({
    ...call,
    consent,
    begin: async (...take) => (await import("./begin")).beginTake(...take),
    rescue: async (about) => (await import("./RecorderWorker")).sealLeftover(about),
    now: () => performance.now(),
    time: () => Date.now(),
  });
  consent.start();
  recorder.start();
  return {
    consent,
    recorder,
    stop: () => {
      recorder.stop();
      consent.stop();
    },
  };
}
