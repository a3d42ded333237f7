import { useWords } from "../../words/useWords";
import {
  CameraIcon,
  ChatIcon,
  ClockIcon,
  DevicesIcon,
  LeaveIcon,
  MicrophoneIcon,
  NextIcon,
  ShieldIcon,
} from "../meet/icons";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import type { Action } from "./action";
import type { PanelState } from "./usePanel";

export interface EncounterActions {
  /** The switches that everybody needs, within reach of a thumb. */
  readonly bar: readonly Action[];
  /** Everything else. */
  readonly more: readonly Action[];
  readonly next: Action;
  readonly leave: Action;
}

/** Everything one can do in an encounter, besides answering *again?*. */
export function useActions(
  { chat, media, meeting, verification }: Session,
  panel: PanelState,
  time: { readonly asked: boolean; readonly onAsk: () => void },
): EncounterActions {
  const { say } = useWords();
  const { muted, cameraOff } = useObservable(media.state);
  const comparison = useObservable(verification.state);
  const confirmed = comparison.kind === "ready" && comparison.confirmed;
  const { unread } = useObservable(chat.conversation);
  return {
    bar: [
      {
        name: "mute",
        label: say("media.mute"),
        icon: <MicrophoneIcon off={muted} />,
        hotkey: "m",
        pressed: muted,
        onPress: () => media.setMuted(!muted),
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
    ],
    more: [
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
        name: "devices",
        label: say("encounter.devices"),
        icon: <DevicesIcon />,
        hotkey: "d",
        onPress: () => panel.toggle("devices"),
      },
    ],
    next: {
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
