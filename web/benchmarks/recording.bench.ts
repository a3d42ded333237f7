import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Person } from "../e2e/person";
import { endOfPictures, streamsOf } from "../e2e/probe";
import {
  appearance,
  BUSY,
  download,
  elapsed,
  meet,
  openRecording,
  openSignedIn,
} from "../e2e/recordings";
import { expect, test } from "../e2e/test";
import { root } from "../e2e/world/child";
import { recordHour } from "./hour";
import { Sampler } from "./Sampler";
import type { Used } from "./Sampler";
import { mean, megabytes, median, table } from "./table";

const SECONDS = Number(process.env.SECONDS ?? 30);
const ROUNDS = Number(process.env.ROUNDS ?? 5);

const figures: Record<string, unknown> = {};

test.afterAll(() => {
  const results = join(root, "web", "target", "benchmarks");
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "recording.json"), JSON.stringify(figures, null, 1));
});

/** What is done while a call is measured. */
type What = "nothing" | "MP4" | "WebM";

interface Run {
  readonly what: What;
  readonly used: Used;
}

for (const way of ["in a worker", "on the page"] as const)
  test(`a call that is recorded ${way}, beside the same call unrecorded`, async ({ arrive }) => {
    const names =
      way === "in a worker" ? (["Ada", "Bruno"] as const) : (["Chioma", "Dara"] as const);
    const one = await arrive(names[0]);
    const other = await arrive(names[1]);
    if (way === "on the page")
      await one.page.addInitScript(() =>
        Reflect.deleteProperty(window, "MediaStreamTrackProcessor"),
      );
    for (const person of [one, other]) await person.comeIn();
    await meet(one, other);
    const runs: Run[] = [];
    // The floor is measured before and after each, so that a machine that gets slower does not decide.
    for (const what of ["nothing", "MP4", "nothing", "WebM", "nothing"] as const)
      runs.push({ what, used: await use(one, other, what) });
    report(way, runs);
  });

/** Measures the browser of the one who records, from the moment at which the recording runs. */
async function use(one: Person, other: Person, what: What): Promise<Used> {
  if (what !== "nothing") {
    await openRecording(one);
    await one.page.getByRole("radio", { name: new RegExp(`^${what}`) }).check();
    await one.button("Ask them").click();
    await other.button("Allow it").click();
    await expect(one.page.getByText("You are recording both of you.").first()).toBeVisible();
    await one.page.keyboard.press("o");
  }
  const stop = await (await Sampler.of(one)).start();
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000));
  const used = await stop();
  if (what !== "nothing") {
    await one.button("Stop recording").click();
    await one.button("Good").first().click(BUSY);
  }
  return used;
}

function report(way: string, runs: readonly Run[]): void {
  const cores = ({ used }: Run): number => used.cpuSeconds / (used.samples.at(-1)?.second ?? NaN);
  const renderer = ({ used }: Run): readonly number[] =>
    used.samples.map(({ renderer }) => renderer);
  const floor = mean(runs.filter(({ what }) => what === "nothing").map(cores));
  const rows = runs.map((run) => [
    run.what === "nothing" ? "not recorded" : `recorded as ${run.what}`,
    cores(run).toFixed(2),
    (cores(run) - floor).toFixed(2),
    (cores(run) / floor).toFixed(2),
    `${megabytes(renderer(run)[0] ?? 0)} → ${megabytes(Math.max(...renderer(run)))}`,
  ]);
  const heading = [`${SECONDS} s each, ${way}`, "cores", "more", "ratio", "renderer, MiB"];
  console.warn(`\n${table(heading, rows)}\n`);
  figures[way] = runs.map((run) => ({
    what: run.what,
    cores: cores(run),
    samples: run.used.samples,
  }));
}

test("what is lost of a recording whose browser is killed", async ({ arrive }) => {
  const folder = mkdtempSync(join(tmpdir(), "passerby-bench-"));
  const lost: number[] = [];
  // Nobody meets the same one twice in a row: two take turns.
  const partners = [await arrive("Farah"), await arrive("Goran")] as const;
  for (const partner of partners) await partner.comeIn();
  let emil = await arrive("Emil");
  await emil.comeIn();
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const partner = partners[round % 2] ?? partners[0];
      await meet(emil, partner);
      await openRecording(emil);
      await emil.page.getByRole("radio", { name: "Only you" }).check();
      await emil.page.getByRole("radio", { name: round % 2 === 0 ? /^MP4/ : /^WebM/ }).check();
      const begun = appearance(emil.page, "You are recording only yourself.");
      await emil.button("Start recording").click();
      await elapsed(emil, 8);
      const before = (Date.now() - (await begun)) / 1000;
      emil = await emil.killAndReturn();
      await openSignedIn(emil, "/recordings");
      await emil.page.getByRole("button", { name: /^Recover the recording/ }).click(BUSY);
      const film = join(folder, `${round}`);
      await download(emil.page, film);
      const { seconds } = streamsOf(film);
      lost.push(before - Math.min(seconds, endOfPictures(film)));
      console.warn(`${before.toFixed(2)} s recorded, ${seconds.toFixed(2)} s recovered`);
      await emil.page.getByRole("button", { name: /^Delete the recording/ }).click();
      await emil.page.getByRole("button", { name: "Yes, delete it" }).click();
      await emil.goTo("Meet");
      await partner.page.keyboard.press("Escape");
      await partner.button("Back to the lobby").click();
    }
    const rows = [["a killed browser", median(lost).toFixed(2), Math.max(...lost).toFixed(2)]];
    console.warn(`\n${table(["seconds lost", "median", "most"], rows)}\n`);
    figures.lost = lost;
  } finally {
    await emil.leave();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("an hour, written and sealed as fast as the disk takes it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "passerby-bench-"));
  try {
    const hour = await recordHour(folder);
    const row = (name: string, { seconds, bytes, resident }: (typeof hour)["journal"]) => [
      name,
      seconds.toFixed(1),
      megabytes(bytes),
      ...[0.25, 0.5, 0.75, 1].map((part) =>
        megabytes(resident[Math.round(part * (resident.length - 1))] ?? NaN),
      ),
    ];
    const heading = ["a simulated hour", "seconds", "MiB", "RSS at 25 %", "50 %", "75 %", "100 %"];
    const rows = [
      row("journal", hour.journal),
      row("sealed as MP4", hour.mp4),
      row("as WebM", hour.webm),
    ];
    console.warn(`\n${table(heading, rows)}\n`);
    figures.hour = hour;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
