import { useWords } from "../../words/useWords";
import {
  BlockIcon,
  CameraIcon,
  ClockIcon,
  DevicesIcon,
  LeaveIcon,
  MicrophoneIcon,
  NextIcon,
  ReportIcon,
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
  { media, meeting, complaints }: Session,
  panel: PanelState,
  time: { readonly asked: boolean; readonly onAsk: () => void },
): EncounterActions {
  const { say } = useWords();
  const { muted, cameraOff } = useObservable(media.state);
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
        name: "report",
        label: say("safety.report"),
        icon: <ReportIcon />,
        hotkey: "r",
        onPress: () => complaints.ask("report"),
      },
    ],
    more: [
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
      {
        name: "block",
        label: say("safety.block"),
        icon: <BlockIcon />,
        hotkey: "b",
        onPress: () => complaints.ask("block"),
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
