import { type CallState, NO_CALL } from "../../contacts/callState";
import type { Newcomer } from "../../contacts/Contacts";
import { ScreenShare } from "../../media/ScreenShare";
import { type Observable, Variable } from "../../signaling/observable";
import { stepOf } from "../../veil/step";
import { useWords } from "../../words/useWords";
import {
  BlockIcon,
  CameraIcon,
  ChatIcon,
  ClockIcon,
  ConnectionIcon,
  DevicesIcon,
  EyeIcon,
  FilesIcon,
  FullScreenIcon,
  HeartIcon,
  KeysIcon,
  LeaveIcon,
  LiveIcon,
  MicrophoneIcon,
  NextIcon,
  PictureInPictureIcon,
  RecordIcon,
  ReportIcon,
  ScreenIcon,
  ShieldIcon,
  StudioIcon,
  TalkIcon,
  VolumeIcon,
} from "../meet/icons";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import type { Action } from "./action";
import { isTouchOnly } from "./touchOnly";
import type { PanelState } from "./usePanel";

/** Before the contacts are there. */
const NOBODY: Observable<Newcomer> = new Variable<Newcomer>({ kind: "nobody" });
const NOT_CALLED: Observable<CallState> = new Variable<CallState>(NO_CALL);

/** What the veil's one action does at each step. */
const VEIL_ACTION = {
  veiled: "show",
  asked: "show",
  waiting: "takeBack",
  clear: "blurBoth",
} as const;

export interface EncounterActions {
  /** The switches that everybody needs, within reach of a thumb. */
  readonly bar: readonly Action[];
  /** Everything else. */
  readonly more: readonly Action[];
  /** Null with a contact: after them nobody waits for a stranger. */
  readonly next: Action | null;
  readonly leave: Action;
}

/** Everything one can do in an encounter, besides answering *again?*. */
export function useActions(
  session: Session,
  panel: PanelState,
  time: { readonly asked: boolean; readonly onAsk: () => void },
): EncounterActions {
  const { say } = useWords();
  const { media, meeting, pushToTalk, complaints } = session;
  const { muted, cameraOff } = useObservable(media.state);
  const { verification, veil } = session;
  const comparison = useObservable(verification.state);
  const confirmed = comparison.kind === "ready" && comparison.confirmed;
  const step = stepOf(useObservable(veil.state).agreement);
  const screen = useScreenAction(session);
  const windows = useWindowActions(session);
  const listening = useListeningActions(session, panel);
  const { unread } = useObservable(session.chat.conversation);
  const kept = useKept(session);
  const state = useObservable(meeting.state);
  const called = "match" in state && state.match.called === true;
  return {
    bar: [
      {
        name: "mute",
        label: say("media.mute"),
        icon: <MicrophoneIcon off={muted} />,
        hotkey: "m",
        pressed: muted,
        onPress: () => pushToTalk.settle(!muted),
      },
      {
        name: "camera-off",
        label: say("media.cameraOff"),
        icon: <CameraIcon off={cameraOff} />,
        hotkey: "v",
        pressed: cameraOff,
        onPress: () => media.setCameraOff(!cameraOff),
      },
      {
        name: "chat",
        label: say("chat.title"),
        icon: <ChatIcon />,
        hotkey: "c",
        pressed: panel.shown === "chat",
        badge: { count: unread, words: say("chat.unread", { count: unread }) },
        onPress: () => panel.toggle("chat"),
      },
      {
        name: "keep",
        label: say("contacts.keep"),
        icon: <HeartIcon kept={kept} />,
        hotkey: "h",
        pressed: panel.shown === "keep",
        onPress: () => panel.toggle("keep"),
      },
      {
        name: "report",
        label: say("safety.report"),
        icon: <ReportIcon />,
        hotkey: "x",
        onPress: () => complaints.ask("report"),
      },
    ],
    more: [
      ...screen,
      {
        name: "recording",
        label: say("recording.control"),
        icon: <RecordIcon />,
        hotkey: "o",
        onPress: () => panel.toggle("recording"),
      },
      {
        name: "streaming",
        label: say("streaming.control"),
        icon: <LiveIcon />,
        hotkey: "l",
        onPress: () => panel.toggle("streaming"),
      },
      {
        name: "studio",
        label: say("studio.control"),
        icon: <StudioIcon />,
        hotkey: "g",
        onPress: () => panel.toggle("studio"),
      },
      {
        name: "verification",
        label: say("verification.entry"),
        icon: <ShieldIcon kept={confirmed} />,
        hotkey: "e",
        onPress: () => panel.toggle("verification"),
      },
      {
        name: "time",
        label: say("encounter.time"),
        icon: <ClockIcon />,
        hotkey: "t",
        pressed: time.asked,
        onPress: time.onAsk,
      },
      {
        name: "files",
        label: say("files.title"),
        icon: <FilesIcon />,
        hotkey: "a",
        onPress: () => panel.toggle("files"),
      },
      {
        name: "devices",
        label: say("encounter.devices"),
        icon: <DevicesIcon />,
        hotkey: "d",
        onPress: () => panel.toggle("devices"),
      },
      {
        name: "veil",
        label: say(`veil.${VEIL_ACTION[step]}`),
        icon: <EyeIcon off={step === "clear"} />,
        hotkey: "r",
        onPress: veil.toggle,
      },
      ...listening,
      ...windows,
      {
        name: "connection",
        label: say("quality.details"),
        icon: <ConnectionIcon />,
        hotkey: "i",
        onPress: () => panel.toggle("connection"),
      },
      {
        name: "block",
        label: say("safety.block"),
        icon: <BlockIcon />,
        hotkey: "b",
        onPress: () => complaints.ask("block"),
      },
      ...(isTouchOnly()
        ? []
        : [
            {
              name: "keys",
              label: say("encounter.keys"),
              icon: <KeysIcon />,
              hotkey: "k",
              onPress: () => panel.toggle("keys"),
            },
          ]),
    ],
    next: called
      ? null
      : {
          name: "next",
          label: say("encounter.next"),
          icon: <NextIcon />,
          hotkey: "n",
          onPress: meeting.next,
        },
    leave: {
      name: "leave",
      label: say("encounter.leave"),
      icon: <LeaveIcon />,
      hotkey: "Escape",
      onPress: meeting.leave,
    },
  };
}

/** Whether the two keep each other, as far as this person knows. */
function useKept({ contacts }: Session): boolean {
  const loaded = useObservable(contacts);
  const newcomer = useObservable(loaded?.newcomer ?? NOBODY);
  const call = useObservable(loaded?.calls.state ?? NOT_CALLED);
  return newcomer.kind !== "nobody" || call.kind === "met";
}

/** Showing one's screen, where the browser can and the two see each other. */
function useScreenAction({ meeting, screen }: Session): readonly Action[] {
  const { say } = useWords();
  const { phase } = useObservable(meeting.state);
  const sharing = useObservable(screen.state).kind === "on";
  if (!ScreenShare.available || phase !== "live") return [];
  return [
    {
      name: "screen",
      label: say(sharing ? "screen.stop" : "screen.share"),
      icon: <ScreenIcon off={sharing} />,
      hotkey: "s",
      onPress: meeting.toggleScreen,
    },
  ];
}

/** What one can do with the window, as far as the browser can. */
function useWindowActions({ pictureInPicture, fullScreen }: Session): readonly Action[] {
  const { say } = useWords();
  const small = useObservable(pictureInPicture.state);
  const full = useObservable(fullScreen.state);
  const actions: Action[] = [];
  if (small !== "unavailable")
    actions.push({
      name: "picture-in-picture",
      label: say("screen.pictureInPicture"),
      icon: <PictureInPictureIcon />,
      hotkey: "p",
      pressed: small === "on",
      onPress: () => pictureInPicture.toggle(),
    });
  if (full !== "unavailable")
    actions.push({
      name: "full-screen",
      label: say("screen.fullScreen"),
      icon: <FullScreenIcon />,
      hotkey: "f",
      pressed: full === "on",
      onPress: () => fullScreen.toggle(),
    });
  return actions;
}

/** Hearing the other, and being heard; without keys there is none to push. */
function useListeningActions(
  { volume, pushToTalk }: Session,
  panel: PanelState,
): readonly Action[] {
  const { say } = useWords();
  const { level, silent } = useObservable(volume.loudness);
  const wanted = useObservable(pushToTalk.wanted);
  const loudness: Action = {
    name: "volume",
    label: say("sound.volume"),
    icon: <VolumeIcon off={silent || level === 0} />,
    hotkey: "u",
    onPress: () => panel.toggle("volume"),
  };
  if (isTouchOnly()) return [loudness];
  return [
    loudness,
    {
      name: "push-to-talk",
      label: say("sound.pushToTalk"),
      icon: <TalkIcon />,
      pressed: wanted,
      onPress: () => pushToTalk.wanted.set(!wanted),
    },
  ];
}
