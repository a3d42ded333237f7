import type { ComponentType } from "react";
import type { PlainId } from "../../words/catalogue";
import { useWords } from "../../words/useWords";
import { ChatPanel } from "../chat/ChatPanel";
import { DeviceChoice } from "../meet/DeviceChoice";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { VerificationPanel } from "../verification/VerificationPanel";
import styles from "./panels.module.css";

export interface Panel {
  readonly title: PlainId;
  readonly Content: ComponentType<{ readonly session: Session }>;
}

/** What can stand beside the picture; one at a time. */
export const PANELS = {
  chat: { title: "chat.title", Content: ChatPanel },
  devices: { title: "encounter.devices", Content: Devices },
  verification: { title: "verification.title", Content: VerificationPanel },
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
