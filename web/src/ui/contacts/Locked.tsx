import { useWords } from "../../words/useWords";
import { useTiers } from "../shell/chainQueries";
import { pathOf } from "../shell/router";
import styles from "./Contacts.module.css";

/** Says which passes unlock contacts, and leads to them in a window of its own: whoever looks does not hang up. */
export function Locked() {
  const { say, list } = useWords();
  const tiers = (useTiers().data ?? []).filter(({ features }) =>
    features.some(({ name }) => name === "contacts"),
  );
  const names = list(tiers.map(({ name }) => name));
  return (
    <div className={styles.locked} data-testid="contacts-locked">
      <p>{say("contacts.locked.text")}</p>
      {tiers.length > 0 && <p>{say("contacts.locked.by", { tiers: tiers.length, names })}</p>}
      <a className={styles.link} href={pathOf("passes")} target="_blank" rel="noopener">
        {say("contacts.locked.see")}
      </a>
    </div>
  );
}
