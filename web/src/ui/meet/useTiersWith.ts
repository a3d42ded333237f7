import { useEffect, useState } from "react";
import type { Feature } from "../../protocol/messages";
import type { Session } from "./session";

/** The names of the tiers that unlock a feature; none while the chain has not said so. */
export function useTiersWith(
  { tiersWith }: Pick<Session, "tiersWith">,
  feature: Feature,
): readonly string[] {
  const [tiers, setTiers] = useState<readonly string[]>([]);
  useEffect(() => {
    let shown = true;
    tiersWith(feature).then(
      (found) => {
        if (shown) setTiers(found);
      },
      // The passes' own screen says what is wrong.
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, [tiersWith, feature]);
  return tiers;
}
