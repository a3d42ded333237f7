import { inUse } from "../../media/devices";
import type { Role } from "../../media/devices";
import type { LocalMedia, MediaState } from "../../media/LocalMedia";
import { useWords } from "../../words/useWords";
import styles from "./DeviceChoice.module.css";
import { useObservable } from "./useObservable";

const ROLES = ["camera", "microphone", "speaker"] as const satisfies readonly Role[];

/** Which camera, microphone and speaker to use; a role with nothing to choose from says so. */
export function DeviceChoice({ media }: { readonly media: LocalMedia }) {
  const { say, number } = useWords();
  const state = useObservable(media.state);
  return (
    <div className={styles.choice}>
      {ROLES.map((role) => {
        const devices = state.devices[role];
        // Some browsers route sound by themselves and list no speakers.
        if (role === "speaker" && devices.length === 0) return null;
        return (
          <label key={role} className={styles.field}>
            <span>{say(`media.${role}`)}</span>
            <select
              value={inUse(devices, state.chosen[role], trackLabel(state, role)) ?? ""}
              disabled={devices.length === 0}
              onChange={(event) => media.choose(role, event.target.value)}
            >
              {devices.length === 0 && <option value="">{say("media.noneFound")}</option>}
              {devices.map((device, index) => (
                <option key={device.id} value={device.id}>
                  {device.label || say(`media.${role}.numbered`, { number: number(index + 1) })}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </div>
  );
}

function trackLabel(state: MediaState, role: Role): string | null {
  if (role === "speaker") return null;
  const input = state[role];
  return input.kind === "on" ? input.track.label : null;
}
