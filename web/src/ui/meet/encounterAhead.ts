import { lazy, useEffect } from "react";

const load = () => import("../encounter/Encounter");

/** The encounter's view, which the lobby does not wait for. */
export const Encounter = lazy(async () => ({ default: (await load()).Encounter }));

/** Fetches the encounter's view once there may be one: nobody who has been found waits for code. */
export function useEncounterAhead(soon: boolean): void {
  useEffect(() => {
    // What fails here is asked for again when it is needed.
    if (soon) load().catch(() => undefined);
  }, [soon]);
}
