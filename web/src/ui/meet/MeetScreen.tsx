/** What the shell hands to the meeting screens: lobby, encounter and "again?". */
export interface MeetScreenProps {
  /** SESSION_LIMIT as this page read it from the contract, in seconds. */
  readonly sessionLimitSeconds: number;
  /** Whether the wallet holds a pass or an active stake, as last read from the chain. */
  readonly entitled: boolean;
  /** The service refused an encounter because stake and passes are gone. */
  readonly onEntitlementLost?: () => void;
  /** The service closed the sign-in session. */
  readonly onSignedOut: () => void;
}

/** Placeholder until the lobby arrives. */
export function MeetScreen(props: MeetScreenProps) {
  return <h1>{props.entitled ? "Ready to meet" : "Not yet"}</h1>;
}
