import { describe, expect, it } from "vitest";
import { agree, isAgreed, NOTHING_AGREED, readWord } from "./agreement";
import type { Agreement, AgreementEvent, Word } from "./agreement";

/** Two pages and the two directions of the channel between them; a value, so that every course of things can be walked. */
interface Scene {
  readonly pages: readonly [Agreement, Agreement];
  /** Words on their way to the page of this index, oldest first. */
  readonly underway: readonly [readonly Word[], readonly Word[]];
  /** Epochs in which, at some moment, both wanted to be seen. */
  readonly mutual: readonly number[];
}

type Side = 0 | 1;

const SIDES: readonly Side[] = [0, 1];
const START: Scene = {
  pages: [NOTHING_AGREED, NOTHING_AGREED],
  underway: [[], []],
  mutual: [],
};

function put<T>(pair: readonly [T, T], side: Side, value: T): readonly [T, T] {
  return side === 0 ? [value, pair[1]] : [pair[0], value];
}

function act(scene: Scene, side: Side, event: AgreementEvent): Scene {
  const { agreement, say } = agree(scene.pages[side], event);
  const other: Side = side === 0 ? 1 : 0;
  const pages = put(scene.pages, side, agreement);
  const both = pages[0].mine && pages[1].mine && pages[0].epoch === pages[1].epoch;
  return {
    pages,
    underway:
      say === null ? scene.underway : put(scene.underway, other, [...scene.underway[other], say]),
    mutual: both ? [...scene.mutual, agreement.epoch] : scene.mutual,
  };
}

function deliver(scene: Scene, side: Side): Scene {
  const [word, ...rest] = scene.underway[side];
  if (word === undefined) return scene;
  return act({ ...scene, underway: put(scene.underway, side, rest) }, side, {
    type: "heard",
    word,
  });
}

function deliverAll(scene: Scene): Scene {
  const side = SIDES.find((each) => scene.underway[each].length > 0);
  return side === undefined ? scene : deliverAll(deliver(scene, side));
}

/** Every scene that two people can get into with so many taps, words being delivered at any time in between. */
function everyScene(taps: number): Scene[] {
  const scenes: Scene[] = [];
  const met = new Set<string>();
  const walk = (scene: Scene, left: number): void => {
    const name = JSON.stringify([scene, left]);
    if (met.has(name)) return;
    met.add(name);
    scenes.push(scene);
    for (const side of SIDES) {
      if (scene.underway[side].length > 0) walk(deliver(scene, side), left);
      const type = scene.pages[side].mine ? "veil" : "show";
      if (left > 0) walk(act(scene, side, { type }), left - 1);
    }
  };
  walk(START, taps);
  return scenes;
}

const shown = ({ pages }: Scene) => pages.map(isAgreed);
const show = { type: "show" } as const;
const veil = { type: "veil" } as const;

describe("an agreement to be seen", () => {
  it("needs both, whoever comes first", () => {
    const asked = deliverAll(act(START, 0, show));
    expect(shown(asked)).toEqual([false, false]);
    expect(asked.pages[1]).toMatchObject({ mine: false, theirs: true });
    expect(shown(deliverAll(act(asked, 1, show)))).toEqual([true, true]);
  });

  it("is found, too, when both tap at the same time", () => {
    expect(shown(deliverAll(act(act(START, 0, show), 1, show)))).toEqual([true, true]);
  });

  it("never comes of a wish that was taken back before the other's", () => {
    const asked = deliverAll(act(START, 0, show));
    const crossing = act(act(asked, 0, veil), 1, show);
    // The other's tap is on its way while this one's is taken back: their page waits for a confirmation, and gets none.
    expect(shown(crossing)).toEqual([false, false]);
    expect(shown(deliverAll(crossing))).toEqual([false, false]);
  });

  it("is over for both when one of them veils, and begins anew with two taps", () => {
    const seen = deliverAll(act(act(START, 0, show), 1, show));
    const veiled = deliverAll(act(seen, 1, veil));
    expect(shown(veiled)).toEqual([false, false]);
    expect(veiled.pages.map(({ mine }) => mine)).toEqual([false, false]);
    const one = deliverAll(act(veiled, 1, show));
    expect(shown(one)).toEqual([false, false]);
    expect(shown(deliverAll(act(one, 0, show)))).toEqual([true, true]);
  });

  it("is, on every course of six taps, one that both had wanted at the same moment", () => {
    const scenes = everyScene(6);
    expect(scenes.length).toBeGreaterThan(1_000);
    expect(
      scenes.filter(({ pages, mutual }) =>
        pages.some((page) => isAgreed(page) && !mutual.includes(page.epoch)),
      ),
    ).toEqual([]);
  });

  it("is, once every word has arrived, the same on both sides, and stands if both want it", () => {
    const odd = everyScene(6)
      .map(deliverAll)
      .filter(({ pages: [one, other] }) => {
        const wanted = one.mine && other.mine;
        return one.epoch !== other.epoch || isAgreed(one) !== wanted || isAgreed(other) !== wanted;
      });
    expect(odd).toEqual([]);
  });

  it("is not believed to stand because the other says that they have seen what was never said", () => {
    const word: Word = { epoch: 7, show: true, seen: true };
    const { agreement } = agree(NOTHING_AGREED, { type: "heard", word });
    expect(agreement).toEqual({ epoch: 7, mine: false, theirs: true, known: false });
  });

  it.each([
    [{ epoch: 1, show: true }],
    [{ epoch: -1, show: true, seen: true }],
    [{ epoch: 0.5, show: true, seen: true }],
    [{ epoch: "1", show: true, seen: true }],
    [{ epoch: 1, show: "yes", seen: true }],
  ])("passes over %j", (body) => expect(readWord(body)).toBeNull());
});
