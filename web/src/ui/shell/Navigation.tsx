import { linkTo, type Route } from "./router";
import styles from "./Navigation.module.css";

const PLACES: readonly { readonly route: Route; readonly name: string }[] = [
  { route: "meet", name: "Meet" },
  { route: "passes", name: "Passes" },
];

/** The two places of somebody who is signed in. */
export function Navigation({ current }: { readonly current: Route }) {
  return (
    <nav aria-label="Places">
      <ul className={styles.places}>
        {PLACES.map(({ route, name }) => (
          <li key={route}>
            <a
              className={styles.place}
              {...linkTo(route)}
              aria-current={route === current ? "page" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
