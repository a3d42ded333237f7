import { Meeting } from "../../call/Meeting";
import { RemoteStage } from "../../call/RemoteStage";
import { Sounds } from "../../call/sounds";
import { destinationOf } from "../../files/destination";
import { Files } from "../../files/Files";
import { LocalMedia } from "../../media/LocalMedia";
import { recall, remember } from "../../media/remembered";
import type { Grant } from "../../protocol/messages";
import { efficientCodecs } from "../../rtc/codecs";
import { Peer } from "../../rtc/Peer";
import { Variable } from "../../signaling/observable";
import { SignalingClient } from "../../signaling/SignalingClient";

export interface SessionCallbacks {
  readonly onEntitlementLost: () => void;
  readonly onSignedOut: () => void;
}

/** Everything that lives as long as the meeting screens are open, and outside of React. */
export interface Session {
  readonly meeting: Meeting;
  readonly media: LocalMedia;
  readonly stage: RemoteStage;
  readonly signaling: SignalingClient;
  readonly files: Files;
  readonly soundsOn: Variable<boolean>;
  start(callbacks: SessionCallbacks): void;
  stop(): void;
}

/** Puts the real parts together: the one place where the call meets the browser. */
export function createSession(
  sessionLimitSeconds: number,
  isGranted: (grant: Grant) => Promise<boolean>,
): Session {
  const signaling = new SignalingClient();
  const media = new LocalMedia();
  const stage = new RemoteStage();
  const sounds = new Sounds();
  const soundsOn = new Variable(recall().sounds);
  let callbacks: SessionCallbacks | null = null;
  // Asked long before the first match, which must not wait for the answer.
  let efficient: ReadonlySet<string> = new Set();
  void efficientCodecs().then((codecs) => (efficient = codecs));
  const meeting = new Meeting(sessionLimitSeconds, {
    signaling,
    media,
    stage,
    connect: (match, events) => new Peer(match, events, efficient),
    play: (sound) => {
      if (soundsOn.get()) sounds.play(sound);
    },
    isGranted,
    now: () => performance.now(),
    onEntitlementLost: () => callbacks?.onEntitlementLost(),
    onSignedOut: () => callbacks?.onSignedOut(),
  });
  const files = new Files({
    peer: meeting.peer,
    call: meeting.state,
    destinationOf,
    now: () => performance.now(),
  });
  soundsOn.subscribe(() => remember({ sounds: soundsOn.get() }));
  const hurry = (): void => signaling.hurry();
  return {
    meeting,
    media,
    stage,
    signaling,
    files,
    soundsOn,
    start: (given) => {
      callbacks = given;
      meeting.start();
      files.start();
      window.addEventListener("online", hurry);
    },
    stop: () => {
      window.removeEventListener("online", hurry);
      meeting.stop();
      files.stop();
      media.stop();
      sounds.close();
      callbacks = null;
    },
  };
}
