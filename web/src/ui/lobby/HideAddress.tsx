import { useWords } from "../../words/useWords";
import { Switch } from "../controls/Switch";
import styles from "./Lobby.module.css";

/** Whether strangers may learn one's address; without a relay there is no choice, but something to know. */
export function HideAddress({
  relay,
  hidden,
  onChange,
}: {
  /** Whether the service has a relay; null until it has said so. */
  readonly relay: boolean | null;
  readonly hidden: boolean;
  readonly onChange: (hidden: boolean) => void;
}) {
  const { say } = useWords();
  if (relay === false && !hidden) return <p className={styles.hint}>{say("lobby.noRelay")}</p>;
  return (
    <Switch
      label={say("lobby.hideAddress")}
      meaning={say(relay === false ? "lobby.noRelayToHideBehind" : "lobby.hideAddressMeans")}
      on={hidden}
      onChange={onChange}
    />
  );
}
