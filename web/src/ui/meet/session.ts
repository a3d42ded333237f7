import { CallQuality } from "../../call/CallQuality";
import { FullScreen } from "../../call/FullScreen";
import { Meeting } from "../../call/Meeting";
import { PictureInPicture } from "../../call/PictureInPicture";
import { RemoteStage } from "../../call/RemoteStage";
import { Sounds } from "../../call/sounds";
import { Volume } from "../../call/Volume";
import { LocalMedia } from "../../media/LocalMedia";
import { PushToTalk } from "../../media/PushToTalk";
import { recall, remember } from "../../media/remembered";
import { ScreenShare } from "../../media/ScreenShare";
import type { Grant } from "../../protocol/messages";
import { efficientCodecs } from "../../rtc/codecs";
import { Peer } from "../../rtc/Peer";
import { Complaints } from "../../safety/Complaints";
import { Variable } from "../../signaling/observable";
import { SignalingClient } from "../../signaling/SignalingClient";

export interface SessionCallbacks {
  readonly onEntitlementLost: () => void;
  readonly onSignedOut: () => void;
}

/** Everything that lives as long as the meeting screens are open, and outside of React. */
export interface Session {
  readonly meeting: Meeting;
  readonly complaints: Complaints;
  readonly media: LocalMedia;
  readonly pushToTalk: PushToTalk;
  readonly screen: ScreenShare;
  readonly stage: RemoteStage;
  readonly screenStage: RemoteStage;
  readonly volume: Volume;
  readonly pictureInPicture: PictureInPicture;
  readonly fullScreen: FullScreen;
  readonly quality: CallQuality;
  readonly signaling: SignalingClient;
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
  const remembered = recall();
  const pushToTalk = new PushToTalk(media, remembered.pushToTalk);
  const screen = new ScreenShare();
  const volume = new Volume(remembered.volume, (level) => remember({ volume: level }));
  const stage = new RemoteStage(volume.loudness);
  const screenStage = new RemoteStage(volume.loudness);
  const sounds = new Sounds();
  const soundsOn = new Variable(remembered.sounds);
  let callbacks: SessionCallbacks | null = null;
  // Asked long before the first match, which must not wait for the answer.
  let efficient: ReadonlySet<string> = new Set();
  void efficientCodecs().then((codecs) => (efficient = codecs));
  const meeting = new Meeting(sessionLimitSeconds, {
    signaling,
    media,
    screen,
    stage,
    screenStage,
    connect: (match, events) => new Peer(match, events, efficient),
    play: (sound) => {
      if (soundsOn.get()) sounds.play(sound);
    },
    isGranted,
    now: () => performance.now(),
    onEntitlementLost: () => callbacks?.onEntitlementLost(),
    onSignedOut: () => callbacks?.onSignedOut(),
  });
  const quality = new CallQuality(meeting);
  const complaints = new Complaints({ signaling, now: () => performance.now() });
  soundsOn.subscribe(() => remember({ sounds: soundsOn.get() }));
  pushToTalk.wanted.subscribe(() => remember({ pushToTalk: pushToTalk.wanted.get() }));
  meeting.peer.subscribe(() => volume.meetAnother());
  const hurry = (): void => signaling.hurry();
  return {
    meeting,
    complaints,
    media,
    pushToTalk,
    screen,
    stage,
    screenStage,
    volume,
    pictureInPicture: new PictureInPicture(),
    fullScreen: new FullScreen(),
    quality,
    signaling,
    soundsOn,
    start: (given) => {
      callbacks = given;
      complaints.start();
      meeting.start();
      quality.start();
      window.addEventListener("online", hurry);
    },
    stop: () => {
      window.removeEventListener("online", hurry);
      quality.stop();
      complaints.stop();
      meeting.stop();
      media.stop();
      sounds.close();
      callbacks = null;
    },
  };
}
