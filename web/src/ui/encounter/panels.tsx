import type { ComponentType } from "react";
import type { PlainId } from "../../words/catalogue";
import { useWords } from "../../words/useWords";
import { FilesPanel } from "../files/FilesPanel";
import { ChatPanel } from "../chat/ChatPanel";
import { KeepPanel } from "../contacts/KeepPanel";
import { DeviceChoice } from "../meet/DeviceChoice";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { RecordingPanel } from "../recording/RecordingPanel";
import { StreamingPanel } from "../streaming/StreamingPanel";
import { StudioPanel } from "../studio/StudioPanel";
import { VerificationPanel } from "../verification/VerificationPanel";
import type { Action } from "./action";
import { Figures } from "./Figures";
import { Keys } from "./Keys";
import { Loudness } from "./Loudness";
import styles from "./panels.module.css";

export interface Panel {
  readonly title: PlainId;
  readonly Content: ComponentType<PanelProps>;
}

export interface PanelProps {
  readonly session: Session;
  /** Everything that one can do now. */
  readonly actions: readonly Action[];
}

/** What can stand beside the picture; one at a time. */
export const PANELS = {
  files: { title: "files.title", Content: FilesPanel },
  keep: { title: "contacts.keep.title", Content: KeepPanel },
  chat: { title: "chat.title", Content: ChatPanel },
  devices: { title: "encounter.devices", Content: Devices },
  verification: { title: "verification.title", Content: VerificationPanel },
  volume: { title: "sound.volume", Content: Loudness },
  connection: { title: "quality.details", Content: Figures },
  recording: { title: "recording.title", Content: RecordingPanel },
  streaming: { title: "streaming.title", Content: StreamingPanel },
  studio: { title: "studio.title", Content: StudioPanel },
  keys: { title: "encounter.keys", Content: Keys },
} satisfies Record<string, Panel>;

export type PanelName = keyof typeof PANELS;

function Devices({ session: { media, soundsOn } }: { readonly session: Session }) {
  const { say } = useWords();
  const sounds = useObservable(soundsOn);
  return (
    <div className={styles.devices}>
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
  );
}
