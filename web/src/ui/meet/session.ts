import type { Address } from "viem";
import { CallQuality } from "../../call/CallQuality";
import { FromFirstCall } from "../../call/FromFirstCall";
import { FullScreen } from "../../call/FullScreen";
import { Meeting } from "../../call/Meeting";
import { PictureInPicture } from "../../call/PictureInPicture";
import { RemoteStage } from "../../call/RemoteStage";
import { Sounds } from "../../call/sounds";
import type { Sound } from "../../call/state";
import { Volume } from "../../call/Volume";
import { Chat } from "../../chat/Chat";
import type { Contacts } from "../../contacts/Contacts";
import { destinationOf } from "../../files/destination";
import { Files } from "../../files/Files";
import { LocalMedia } from "../../media/LocalMedia";
import { Checker } from "../../nudity/Checker";
import { NudityWatch } from "../../nudity/NudityWatch";
import { TrackSampler } from "../../nudity/TrackSampler";
import { PushToTalk } from "../../media/PushToTalk";
import { recall, remember } from "../../media/remembered";
import { ScreenShare } from "../../media/ScreenShare";
import type { Grant, Wish } from "../../protocol/messages";
import type { CallRecording } from "../../recording/CallRecording";
import { Certificates } from "../../rtc/Certificates";
import { efficientCodecs } from "../../rtc/codecs";
import { Peer } from "../../rtc/Peer";
import { Complaints } from "../../safety/Complaints";
import { Variable } from "../../signaling/observable";
import type { Observable } from "../../signaling/observable";
import { SignalingClient } from "../../signaling/SignalingClient";
import { Unlocked } from "../../signaling/Unlocked";
import type { CallStreaming } from "../../streaming/CallStreaming";
import { keepLayout, recallLayout } from "../../studio/kept";
import { Studio } from "../../studio/Studio";
import { Verification } from "../../verification/Verification";
import { CoarsePicture } from "../../veil/coarse/CoarsePicture";
import { InWorker } from "../../veil/coarse/inWorker";
import { OnCanvas } from "../../veil/coarse/onCanvas";
import type { OwnCheck } from "../../veil/picture";
import { Veil } from "../../veil/Veil";
import { lookAfter } from "./liveness";
import { LazyContacts } from "./LazyContacts";

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
  readonly veil: Veil;
  readonly nudity: NudityWatch;
  readonly signaling: SignalingClient;
  readonly files: Files;
  readonly soundsOn: Variable<boolean>;
  readonly verification: Verification;
  readonly chat: Chat;
  readonly unlocked: Unlocked;
  /** Null until {@link Session.loadContacts}. */
  readonly contacts: Observable<Contacts | null>;
  /** Fetches what there is to contacts, once; who has none waits for none of it. */
  readonly loadContacts: () => Promise<Contacts>;
  /** Whether contacts may see that this person is there. */
  readonly findable: Variable<boolean>;
  readonly studio: Studio;
  /** Null until the first call of the visit begins. */
  readonly recording: Observable<CallRecording | null>;
  /** Likewise. */
  readonly streaming: Observable<CallStreaming | null>;
  start(callbacks: SessionCallbacks): void;
  stop(): void;
}

/** Puts the real parts together: the one place where the call meets the browser. */
export function createSession(
  wallet: Address,
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
  const certificates = new Certificates();
  const sounds = new Sounds();
  const soundsOn = new Variable(remembered.sounds);
  const play = (sound: Sound): void => {
    if (soundsOn.get()) sounds.play(sound);
  };
  let callbacks: SessionCallbacks | null = null;
  // Asked long before the first match, which must not wait for the answer.
  let efficient: ReadonlySet<string> = new Set();
  void efficientCodecs().then((codecs) => (efficient = codecs));
  const unlocked = new Unlocked(signaling);
  const studio = new Studio({
    media,
    unlocked: unlocked.to("studio-inputs"),
    tools: async () => (await import("../../studio/tools")).studioTools,
    recall: recallLayout,
    keep: keepLayout,
    newId: () => crypto.randomUUID(),
  });
  // Whatever of this person goes anywhere comes from there.
  const sent = studio.media;
  const meeting = new Meeting(sessionLimitSeconds, {
    signaling,
    media: sent,
    screen,
    stage,
    screenStage,
    connect: (match, events) =>
      new Peer(match, events, { efficient, certificate: certificates.take() }),
    play,
    isGranted,
    now: () => performance.now(),
    onEntitlementLost: () => callbacks?.onEntitlementLost(),
    onSignedOut: () => callbacks?.onSignedOut(),
  });
  const quality = new CallQuality(meeting);
  const verification = new Verification(meeting.peer, meeting.intercepted);
  const coarse = new CoarsePicture([() => new InWorker(), () => new OnCanvas()]);
  const check = new Variable<OwnCheck>("passed");
  const veil = new Veil({ peer: meeting.peer, media: sent, coarse, check });
  const pictureInPicture = new PictureInPicture();
  const nudity = new NudityWatch({
    call: meeting.state,
    peer: meeting.peer,
    theirs: meeting.theirs,
    media: sent,
    veil,
    check,
    checker: new Checker(
      () =>
        new Worker(new URL("../../nudity/nudity.worker.ts", import.meta.url), { type: "module" }),
    ),
    makeSampler: () => new TrackSampler(),
    isVisible: () => !document.hidden || pictureInPicture.state.get() === "on",
  });
  const files = new Files({
    peer: meeting.peer,
    call: meeting.state,
    destinationOf,
    now: () => performance.now(),
  });
  const chat = new Chat({
    call: meeting.state,
    peer: meeting.peer,
    onUnseen: () => play("message"),
    now: () => performance.now(),
    time: () => Date.now(),
  });
  const findable = new Variable(remembered.findable);
  const contacts = new LazyContacts({
    wallet,
    signaling,
    meeting,
    findable,
    wish: wishOf,
    play,
    now: () => performance.now(),
    time: () => Date.now(),
  });
  const { peer, theirs, state: call } = meeting;
  const recording = new FromFirstCall(call, async () =>
    (await import("../../recording/CallRecording")).startRecording({
      ...{ call, peer, theirs, media: sent, screen, unlocked: unlocked.to("recording") },
    }),
  );
  const streaming = new FromFirstCall(call, async () =>
    (await import("../../streaming/CallStreaming")).startStreaming({
      ...{ call, peer, theirs, media: sent, screen, unlocked: unlocked.to("streaming") },
    }),
  );
  const complaints = new Complaints({ signaling, now: () => performance.now() });
  soundsOn.subscribe(() => remember({ sounds: soundsOn.get() }));
  pushToTalk.wanted.subscribe(() => remember({ pushToTalk: pushToTalk.wanted.get() }));
  const mayKeep = unlocked.to("contacts");
  mayKeep.subscribe(() => {
    // Sold in mid-call: nobody is kept by a wish from before.
    if (!mayKeep.get()) contacts.loaded.get()?.keeping.forget();
  });
  findable.subscribe(() => remember({ findable: findable.get() }));
  meeting.peer.subscribe(() => volume.meetAnother());
  // Whoever does not want to keep anybody takes part all the same: who asks must not learn it from the silence.
  meeting.peer.subscribe(() => {
    if (meeting.peer.get() !== null) contacts.load().catch(() => undefined); // the next encounter asks for it again
  });
  let stopLookingAfter = (): void => undefined;
  return {
    meeting,
    complaints,
    media,
    pushToTalk,
    screen,
    stage,
    screenStage,
    volume,
    pictureInPicture,
    fullScreen: new FullScreen(),
    quality,
    veil,
    nudity,
    signaling,
    files,
    soundsOn,
    verification,
    chat,
    unlocked,
    contacts: contacts.loaded,
    loadContacts: contacts.load,
    findable,
    studio,
    recording: recording.state,
    streaming: streaming.state,
    start: (given) => {
      callbacks = given;
      unlocked.start();
      studio.start();
      recording.start();
      streaming.start();
      // The watch first: another camera is not sent before it has said whether it may be.
      nudity.start();
      veil.start();
      complaints.start();
      meeting.start();
      quality.start();
      files.start();
      contacts.start();
      stopLookingAfter = lookAfter(signaling);
    },
    stop: () => {
      stopLookingAfter();
      contacts.stop();
      recording.stop();
      streaming.stop();
      unlocked.stop();
      quality.stop();
      complaints.stop();
      meeting.stop();
      nudity.stop();
      veil.stop();
      coarse.close();
      files.stop();
      studio.stop();
      media.stop();
      sounds.close();
      callbacks = null;
    },
  };
}

/** What this person last wished for in the lobby. */
function wishOf(): Wish {
  const { interests, languages, hideAddress } = recall();
  return { interests, languages: languages ?? [], hideAddress };
}
