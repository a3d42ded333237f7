import { describe, expect, it } from "vitest";
import { isCandidateFault, onDescription, QUIET } from "./negotiation";

describe("perfect negotiation", () => {
  it.each([true, false])("answers an offer that meets silence (polite: %s)", (polite) => {
    const { reaction, flags } = onDescription(QUIET, polite, "stable", "offer");
    expect(reaction).toBe("apply-and-answer");
    expect(flags).toEqual(QUIET);
  });

  it("ignores a crossing offer when impolite, and its candidates with it", () => {
    const { reaction, flags } = onDescription(QUIET, false, "have-local-offer", "offer");
    expect(reaction).toBe("ignore");
    expect(isCandidateFault(flags)).toBe(false);
  });

  it("gives way to a crossing offer when polite", () => {
    const { reaction, flags } = onDescription(QUIET, true, "have-local-offer", "offer");
    expect(reaction).toBe("apply-and-answer");
    expect(isCandidateFault(flags)).toBe(true);
  });

  it("sees a collision already while its own offer is only being made", () => {
    const making = { ...QUIET, makingOffer: true };
    expect(onDescription(making, false, "stable", "offer").reaction).toBe("ignore");
    expect(onDescription(making, true, "stable", "offer").reaction).toBe("apply-and-answer");
  });

  it("takes an offer that comes while an answer is still being applied for no collision", () => {
    const applying = { ...QUIET, settingRemoteAnswer: true };
    expect(onDescription(applying, false, "have-local-offer", "offer").reaction).toBe(
      "apply-and-answer",
    );
  });

  it.each([true, false])(
    "always applies an answer and says so while it does (polite: %s)",
    (polite) => {
      const { reaction, flags } = onDescription(QUIET, polite, "have-local-offer", "answer");
      expect(reaction).toBe("apply");
      expect(flags.settingRemoteAnswer).toBe(true);
    },
  );

  it("forgets an ignored offer with the next description it applies", () => {
    const ignoring = { ...QUIET, ignoreOffer: true };
    const { flags } = onDescription(ignoring, false, "have-local-offer", "answer");
    expect(isCandidateFault(flags)).toBe(true);
  });
});
