import { useWords } from "../../words/useWords";
import { linkTo, type Route } from "./router";
import styles from "./Navigation.module.css";

const PLACES = ["meet", "contacts", "passes", "recordings"] as const satisfies readonly Route[];

/** The places of somebody who is signed in. */
export function Navigation({ current }: { readonly current: Route }) {
  const { say } = useWords();
  return (
    <nav aria-label={say("shell.places")}>
      <ul className={styles.places}>
        {PLACES.map((route) => (
          <li key={route}>
            <a
              className={styles.place}
              {...linkTo(route)}
              aria-current={route === current ? "page" : undefined}
            >
              {say(`shell.${route}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
