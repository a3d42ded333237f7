import { vi } from "vitest";
import { Variable } from "../signaling/observable";
import { NOBODY_ASKED } from "./consent";
import type { Answer, Consent } from "./consent";

/** A question to the other, whose answers a test gives. */
export function fakeConsent() {
  const state = new Variable<Consent>(NOBODY_ASKED);
  const answers = (answer: Answer): void =>
    state.set({ ...NOBODY_ASKED, mine: { turn: 1, answer } });
  const ask = vi.fn(() => answers("asking"));
  const end = vi.fn(() => answers("unasked"));
  return { consent: { state, ask, end }, answers };
}
