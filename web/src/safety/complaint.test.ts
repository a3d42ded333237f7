import { describe, expect, it } from "vitest";
import type { ServerMessage } from "../protocol/messages";
import {
  ANSWER_WITHIN_MS,
  complain,
  complaintDeadline,
  LONGEST_NOTE,
  NOTHING_SAID,
} from "./complaint";
import type { Complaint, ComplaintEvent } from "./complaint";

const said = (message: ServerMessage): ComplaintEvent => ({ type: "message", message });
const matched = said({
  type: "matched",
  encounter: "e",
  peer: "p",
  polite: true,
  iceServers: [],
  relayOnly: false,
  connectWithinSeconds: 20,
  sharedInterests: [],
  sharedLanguages: [],
});
const report: ComplaintEvent = { type: "report", category: "hate", note: " Said things. " };
const reportSent = { type: "report", encounter: "e", category: "hate", note: "Said things." };
const down = { type: "error", code: "store-down", detail: "…", encounter: "e" } as const;

function after(...events: ComplaintEvent[]): Complaint {
  return events.reduce((state, event) => complain(state, event, 0).state, NOTHING_SAID);
}

describe("a report", () => {
  it("is about the encounter that began last, and is stored when the service says so", () => {
    const { state, send } = complain(after(matched), report, 0);
    expect(send).toEqual([reportSent]);
    expect(state.report.kind).toBe("sending");
    const receipt = "7K3F9-Q2MXB";
    expect(after(matched, report, said({ type: "reported", encounter: "e", receipt }))).toEqual({
      ...NOTHING_SAID,
      about: "e",
      report: { kind: "stored", what: { receipt } },
    });
  });

  it("needs somebody to be about, and is sent only once", () => {
    expect(complain(NOTHING_SAID, report, 0).send).toEqual([]);
    expect(complain(after(matched, report), report, 0).send).toEqual([]);
  });

  it("says no more than a note may, counted in characters", () => {
    const note = "😀".repeat(LONGEST_NOTE + 1);
    const { send } = complain(after(matched), { type: "report", category: "spam", note }, 0);
    expect(send[0]).toMatchObject({ note: "😀".repeat(LONGEST_NOTE) });
    const blank = complain(after(matched), { type: "report", category: "spam", note: " " }, 0);
    expect(blank.send[0]).not.toHaveProperty("note");
  });

  it("that is not stored is sent again as it was", () => {
    const refused = after(matched, report, said(down));
    expect(refused.report).toMatchObject({ kind: "refused", why: "store-down" });
    expect(complain(refused, { type: "again" }, 0).send).toEqual([reportSent]);
  });

  it("is not believed to be stored when no answer comes", () => {
    const sent = after(matched, report);
    expect(complaintDeadline(sent)).toBe(ANSWER_WITHIN_MS);
    expect(complain(sent, { type: "tick" }, ANSWER_WITHIN_MS - 1).state).toEqual(sent);
    const { state } = complain(sent, { type: "tick" }, ANSWER_WITHIN_MS);
    expect(state.report).toMatchObject({ kind: "refused", why: "no-answer" });
    expect(complaintDeadline(state)).toBeNull();
  });

  it("that was answered late after all is stored", () => {
    const { state } = complain(after(matched, report), { type: "tick" }, ANSWER_WITHIN_MS);
    const late = said({ type: "reported", encounter: "e", receipt: "R" });
    expect(complain(state, late, 0).state.report.kind).toBe("stored");
  });

  it.each(["reported", "blocked", "error"] as const)("takes no %s of another encounter", (type) => {
    const other = { ...down, type, receipt: "R", encounter: "another" } as ServerMessage;
    expect(after(matched, report, said(other))).toEqual(after(matched, report));
  });

  it("takes no error that is about the call", () => {
    const error = said({ type: "error", code: "store-down", detail: "…" });
    expect(after(matched, report, error).report.kind).toBe("sending");
  });
});

describe("a block beside a report", () => {
  it("is stored or refused by itself where the code tells", () => {
    const both = [matched, report, { type: "block" }] as const;
    const full = said({ ...down, code: "too-many-blocks" });
    expect(after(...both, full)).toMatchObject({
      report: { kind: "sending" },
      block: { kind: "refused", why: "too-many" },
    });
    expect(after(...both, said({ type: "blocked", encounter: "e" }), said(down))).toMatchObject({
      report: { kind: "refused", why: "store-down" },
      block: { kind: "stored" },
    });
  });

  it("is forgotten with the encounter when the next one begins", () => {
    const next = { ...(matched as { message: ServerMessage }).message, encounter: "f" };
    expect(after(matched, report, { type: "block" }, said(next as ServerMessage))).toEqual({
      ...NOTHING_SAID,
      about: "f",
    });
  });
});
