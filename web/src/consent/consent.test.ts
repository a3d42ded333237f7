import { describe, expect, it } from "vitest";
import { consentAfter, isGiven, NOBODY_ASKED, outcomeOf, readWord } from "./consent";
import type { Consent, ConsentEvent, Word } from "./consent";

/** Two pages; what one says comes to the other only when the test delivers it. */
class Page {
  consent: Consent = NOBODY_ASKED;
  able = true;
  readonly said: Word[] = [];

  do(event: ConsentEvent): this {
    const { consent, say } = consentAfter(this.consent, event);
    this.consent = consent;
    if (say !== null) this.said.push(say);
    return this;
  }
  hear(word: Word): void {
    this.do({ type: "heard", word, able: this.able });
  }
}

function scene() {
  const recorder = new Page();
  const recorded = new Page();
  const deliver = (): void => {
    while (recorder.said.length + recorded.said.length > 0) {
      for (const word of recorder.said.splice(0)) recorded.hear(word);
      for (const word of recorded.said.splice(0)) recorder.hear(word);
    }
  };
  const agreed = (): void => {
    recorder.do({ type: "ask" });
    deliver();
    recorded.do({ type: "give" });
    deliver();
  };
  return { recorder, recorded, deliver, agreed };
}

describe("the consent to a recording", () => {
  it("is asked for, put to a person, and given", () => {
    const { recorder, recorded, deliver } = scene();
    recorder.do({ type: "ask" });
    expect(recorder.consent.mine.answer).toBe("asking");
    deliver();
    expect(recorder.consent.mine.answer).toBe("pending");
    expect(recorded.consent.theirs.request).toBe("asked");
    expect(isGiven(recorder.consent)).toBe(false);
    expect(outcomeOf(recorder.consent)).toBe("open");
    recorded.do({ type: "give" });
    deliver();
    expect(isGiven(recorder.consent)).toBe(true);
    expect(outcomeOf(recorder.consent)).toBe("given");
    expect(isGiven(recorded.consent)).toBe(false);
  });

  it("may be refused, and asked for again", () => {
    const { recorder, recorded, deliver } = scene();
    recorder.do({ type: "ask" });
    deliver();
    recorded.do({ type: "refuse" });
    deliver();
    expect(recorder.consent.mine.answer).toBe("refused");
    expect(outcomeOf(recorder.consent)).toBe("refused");
    recorder.do({ type: "ask" });
    deliver();
    expect(recorded.consent.theirs).toEqual({ turn: 2, request: "asked" });
  });

  it("ends at once when it is taken back", () => {
    const { recorder, recorded, deliver, agreed } = scene();
    agreed();
    recorded.do({ type: "take-back" });
    expect(recorded.consent.theirs.request).toBe("taken-back");
    deliver();
    expect(isGiven(recorder.consent)).toBe(false);
    expect(recorder.consent.mine.answer).toBe("taken-back");
    expect(outcomeOf(recorder.consent)).toBe("none");
  });

  it("is not brought back by a yes to an earlier question", () => {
    const { recorder, deliver, recorded, agreed } = scene();
    agreed();
    recorded.do({ type: "take-back" });
    deliver();
    recorder.hear({ say: "give", turn: 1 });
    expect(isGiven(recorder.consent)).toBe(false);
    recorder.do({ type: "ask" });
    recorder.hear({ say: "give", turn: 1 });
    expect(recorder.consent.mine.answer).toBe("asking");
  });

  it("is over for both when the recording is", () => {
    const { recorder, recorded, deliver, agreed } = scene();
    agreed();
    recorder.do({ type: "end" });
    deliver();
    expect(recorded.consent.theirs.request).toBe("nothing");
    expect(recorder.consent.mine.answer).toBe("unasked");
  });

  it("is nothing when a yes and a withdrawn question cross", () => {
    const { recorder, recorded, deliver } = scene();
    recorder.do({ type: "ask" });
    deliver();
    recorder.do({ type: "end" });
    recorded.do({ type: "give" });
    deliver();
    expect(isGiven(recorder.consent)).toBe(false);
    expect(recorded.consent.theirs.request).toBe("nothing");
  });

  it("is known to be impossible where a page says that it can ask nobody", () => {
    const { recorder, recorded, deliver } = scene();
    recorded.able = false;
    recorder.do({ type: "ask" });
    deliver();
    expect(recorder.consent.mine.answer).toBe("unable");
    expect(recorded.consent.theirs.request).toBe("nothing");
  });

  it("is not waited for where a page says nothing at all", () => {
    const { recorder, recorded, deliver } = scene();
    recorder.do({ type: "ask" });
    recorder.said.splice(0);
    recorder.do({ type: "waited" });
    expect(recorder.consent.mine.answer).toBe("silent");
    deliver();
    expect(recorded.consent).toBe(NOBODY_ASKED);
  });

  it("is waited for as long as a person thinks", () => {
    const { recorder, deliver } = scene();
    recorder.do({ type: "ask" });
    deliver();
    recorder.do({ type: "waited" });
    expect(recorder.consent.mine.answer).toBe("pending");
  });

  it("is one's own in each direction", () => {
    const { recorder, recorded, deliver, agreed } = scene();
    agreed();
    recorded.do({ type: "ask" });
    deliver();
    recorder.do({ type: "refuse" });
    deliver();
    expect(isGiven(recorder.consent)).toBe(true);
    expect(recorded.consent.mine.answer).toBe("refused");
  });

  it("cannot be given unasked, nor taken back without having been given", () => {
    const { recorder, recorded } = scene();
    recorded.do({ type: "give" }).do({ type: "take-back" });
    expect(recorded.said).toEqual([]);
    recorder.hear({ say: "give", turn: 1 });
    expect(isGiven(recorder.consent)).toBe(false);
  });

  it.each([
    {},
    { say: "give" },
    { say: "obey", turn: 1 },
    { say: "give", turn: 1.5 },
    { say: "ask", turn: 0 },
  ])("is not %j", (body) => expect(readWord(body)).toBeNull());
});
