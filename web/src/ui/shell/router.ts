import { type MouseEvent, useSyncExternalStore } from "react";

/** Every place of the page; the service answers all of them with the same document. */
export type Route = "welcome" | "meet" | "contacts" | "passes" | "recordings";

const PATHS: Readonly<Record<Route, string>> = {
  welcome: "/",
  meet: "/meet",
  contacts: "/contacts",
  passes: "/passes",
  recordings: "/recordings",
};

/** The place that a path means; an unknown one is the welcome. */
export function routeOf(path: string): Route {
  const plain = path.replace(/\/+$/, "");
  if (plain === PATHS.meet) return "meet";
  if (plain === PATHS.contacts) return "contacts";
  if (plain === PATHS.passes) return "passes";
  if (plain === PATHS.recordings) return "recordings";
  return "welcome";
}

/** Where a place is, for a window of its own. */
export function pathOf(route: Route): string {
  return PATHS[route];
}

/** Goes to a place, as a link would. */
export function navigate(route: Route): void {
  if (routeOf(location.pathname) === route) return;
  history.pushState(null, "", PATHS[route]);
  window.dispatchEvent(new PopStateEvent("popstate"));
  window.scrollTo(0, 0);
}

/** Where the page is now. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, () => routeOf(location.pathname));
}

/** The attributes that make an `<a>` go to a place without a reload; a modified click is left to the browser. */
export function linkTo(route: Route) {
  return {
    href: PATHS[route],
    onClick: (event: MouseEvent<HTMLAnchorElement>) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      navigate(route);
    },
  };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  return () => window.removeEventListener("popstate", listener);
}
