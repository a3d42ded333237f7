import { useId } from "react";
import type { ReactNode } from "react";
import {
  CameraIcon,
  ClockIcon,
  DevicesIcon,
  LeaveIcon,
  MicrophoneIcon,
  NextIcon,
} from "../meet/icons";
import { useWords } from "../../words/useWords";
import { DeviceChoice } from "../meet/DeviceChoice";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import styles from "./Controls.module.css";

export interface ControlsProps {
  readonly session: Session;
  readonly awake: boolean;
  readonly timeAsked: boolean;
  readonly onAskTime: () => void;
}

/** Everything one can do in an encounter, within reach of a thumb. */
export function Controls({ session, awake, timeAsked, onAskTime }: ControlsProps) {
  const { say } = useWords();
  const { media, meeting, soundsOn } = session;
  const { muted, cameraOff } = useObservable(media.state);
  const sounds = useObservable(soundsOn);
  const sheet = useId();
  return (
    <div className={styles.dock} data-awake={awake || undefined}>
      <div className={styles.bar} role="toolbar" aria-label={say("encounter.controls")}>
        <Control
          label={say("media.mute")}
          hotkey="M"
          pressed={muted}
          onPress={() => media.setMuted(!muted)}
        >
          <MicrophoneIcon off={muted} />
        </Control>
        <Control
          label={say("media.cameraOff")}
          hotkey="V"
          pressed={cameraOff}
          onPress={() => media.setCameraOff(!cameraOff)}
        >
          <CameraIcon off={cameraOff} />
        </Control>
        <Control label={say("encounter.time")} hotkey="T" pressed={timeAsked} onPress={onAskTime}>
          <ClockIcon />
        </Control>
        <Control label={say("encounter.devices")} popoverTarget={sheet}>
          <DevicesIcon />
        </Control>
        <Control label={say("encounter.next")} hotkey="N" look="next" onPress={meeting.next}>
          <NextIcon />
        </Control>
        <Control
          label={say("encounter.leave")}
          hotkey="Escape"
          look="leave"
          onPress={meeting.leave}
        >
          <LeaveIcon />
        </Control>
      </div>
      <div
        id={sheet}
        popover="auto"
        className={styles.sheet}
        role="dialog"
        aria-label={say("encounter.devices")}
      >
        <DeviceChoice media={media} />
        <label className={styles.sounds}>
          <input
            type="checkbox"
            checked={sounds}
            onChange={(event) => soundsOn.set(event.target.checked)}
          />
          {say("encounter.sounds")}
        </label>
      </div>
    </div>
  );
}

interface ControlProps {
  readonly label: string;
  readonly hotkey?: string;
  readonly pressed?: boolean;
  readonly look?: "next" | "leave";
  readonly onPress?: () => void;
  readonly popoverTarget?: string;
  readonly children: ReactNode;
}

function Control({ label, hotkey, pressed, look, onPress, popoverTarget, children }: ControlProps) {
  const { say } = useWords();
  const key = hotkey === "Escape" ? "Esc" : hotkey;
  return (
    <button
      type="button"
      className={styles.control}
      data-look={look}
      aria-pressed={pressed}
      aria-keyshortcuts={hotkey}
      title={key === undefined ? label : say("encounter.withKey", { name: label, key })}
      onClick={onPress}
      popoverTarget={popoverTarget}
    >
      <span className={styles.disc}>{children}</span>
      <span className={styles.name}>{label}</span>
    </button>
  );
}
