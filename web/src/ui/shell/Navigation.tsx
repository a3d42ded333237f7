import { useId } from "react";
import { useWords } from "../../words/useWords";
import { useObservable } from "../meet/useObservable";
import { missedCalls } from "./missedCalls";
import { linkTo, type Route } from "./router";
import styles from "./Navigation.module.css";

const PLACES = ["meet", "contacts", "passes", "recordings"] as const satisfies readonly Route[];

/** The places of somebody who is signed in. */
export function Navigation({ current }: { readonly current: Route }) {
  const { say } = useWords();
  const missed = useObservable(missedCalls);
  const missedId = useId();
  return (
    <nav aria-label={say("shell.places")}>
      <ul className={styles.places}>
        {PLACES.map((route) => {
          const tells = route === "contacts" && missed > 0;
          return (
            <li key={route}>
              <a
                className={styles.place}
                {...linkTo(route)}
                aria-current={route === current ? "page" : undefined}
                aria-describedby={tells ? missedId : undefined}
              >
                {say(`shell.${route}`)}
                {tells && (
                  <span className={styles.missed} aria-hidden="true">
                    {missed}
                  </span>
                )}
              </a>
              {tells && (
                <span id={missedId} className="visually-hidden">
                  {say("contacts.missed.count", { count: missed })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
