import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Person } from "../e2e/person";
import { expect, test } from "../e2e/test";
import { root } from "../e2e/world/child";
import { introduce, MARKS, meetBare, meetingOf, watchFirstFrames } from "./firstFrame";
import type { Meeting } from "./firstFrame";
import { median, table } from "./table";

const ROUNDS = Number(process.env.ROUNDS ?? 12);

interface Round {
  readonly bare: Meeting;
  readonly service: Meeting;
}

/**
 * From the tap on *Meet*, while somebody waits already, to the first frame of the other that a page has decoded: blurred,
 * as both see each other at first. Beside it, in turns, the same between two pages that do nothing else.
 */
test("from Meet to the first frame, beside a bare connection", async ({ arrive }) => {
  const bare = [await arrive("Dara"), await arrive("Emil")] as const;
  for (const { page } of bare) await page.addInitScript(watchFirstFrames);
  for (const person of bare) await person.open();
  await introduce(bare[0].page, bare[1].page);
  // Nobody meets the same one twice in a row: three of them take turns.
  const people = [await arrive("Ada"), await arrive("Bruno"), await arrive("Chioma")] as const;
  for (const { page } of people) await page.addInitScript(watchFirstFrames);
  for (const person of people) {
    await person.comeIn();
    await person.goTo("Passes");
  }

  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const [waits, taps] = [people[round % 3], people[(round + 1) % 3]];
    if (waits === undefined || taps === undefined) throw new Error("nobody is there");
    const measured = {
      bare: await meetBare(bare[0].page, bare[1].page),
      service: await meet(waits, taps),
    };
    const { bare: floor, service } = measured;
    console.warn(`${floor.tapping.decoded.toFixed(0)} → ${service.tapping.decoded.toFixed(0)} ms`);
    // The first of everything is slower, and of both.
    if (round > 0) rounds.push(measured);
  }
  report(rounds);
});

/** Whoever does not meet is elsewhere: a lobby shows its own picture, which takes the better part of a small machine. */
async function meet(waits: Person, taps: Person): Promise<Meeting> {
  for (const person of [waits, taps]) {
    await person.goTo("Meet");
    await expect(person.button("Meet")).toBeEnabled();
    // One sees oneself before one taps.
    await person.page.waitForFunction(
      () =>
        (document.querySelector("video")?.readyState ?? 0) >= HTMLMediaElement.HAVE_CURRENT_DATA,
    );
    await person.page.evaluate(() => (window.marks = {}));
  }
  await waits.meet();
  await waits.expectPhase("waiting");
  await taps.meet();
  const meeting = await meetingOf(taps.page, waits.page);
  for (const person of [waits, taps]) await person.expectPhase("live");
  await taps.page.keyboard.press("Escape");
  await waits.expectPhase("ended");
  await waits.button(waits.words.say("ending.toLobby")).click();
  for (const person of [waits, taps]) {
    await person.expectPhase("idle");
    await person.goTo("Passes");
  }
  return meeting;
}

function report(rounds: readonly Round[]): void {
  const row = (name: string, of: (round: Round) => Meeting): readonly (string | number)[] => [
    name,
    ...MARKS.map((mark) => median(rounds.map((round) => of(round).tapping[mark])).toFixed(0)),
    median(rounds.map((round) => of(round).other.decoded)).toFixed(0),
  ];
  const bothSee = (meeting: Meeting): number =>
    Math.max(meeting.tapping.decoded, meeting.other.decoded);
  const ratio = (of: (meeting: Meeting) => number): string =>
    (
      median(rounds.map(({ service }) => of(service))) / median(rounds.map(({ bare }) => of(bare)))
    ).toFixed(2);
  const times = table(
    ["ms since the tap, medians", ...MARKS, "the other decodes"],
    [row("bare connection", ({ bare }) => bare), row("Meet", ({ service }) => service)].map(
      (cells) => cells.map(String),
    ),
  );
  const whoTapped = ratio(({ tapping }) => tapping.decoded);
  console.warn(
    `\n${rounds.length} rounds\n${times}\n\nMeet/bare: ${whoTapped} for who taps, ${ratio(bothSee)} until both see\n`,
  );
  const results = join(root, "web", "target", "benchmarks");
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "first-frame.json"), JSON.stringify(rounds, null, 1));
}
