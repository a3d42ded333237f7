import { type ReactNode, useState } from "react";
import { rememberAdult, rememberedAge } from "../../safety/age";
import { AgeGate } from "../safety/AgeGate";

/** Asks, once in a browser, whether this person is of age before they do something; and the question, while it stands. */
export function useAdult(): readonly [ask: (act: () => void) => void, gate: ReactNode] {
  const [asked, setAsked] = useState<{ readonly act: () => void } | null>(null);
  const ask = (act: () => void): void => {
    if (rememberedAge() === "adult") act();
    else setAsked({ act });
  };
  const gate = asked !== null && (
    <AgeGate
      onClose={() => setAsked(null)}
      onAdult={() => {
        rememberAdult();
        setAsked(null);
        asked.act();
      }}
    />
  );
  return [ask, gate];
}
