import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Person } from "../e2e/person";
import { BUSY, expectLive, streamBoth } from "../e2e/streams";
import { test } from "../e2e/test";
import { root } from "../e2e/world/child";
import { withOwnService } from "../e2e/world/ownService";
import { startRtmpServer } from "../e2e/world/rtmp";
import { usageOf } from "./processes";
import { Sampler } from "./Sampler";
import { mean, table } from "./table";

const SECONDS = Number(process.env.SECONDS ?? 30);

/** How a call is streamed while it is measured: as browsers with an encoder for H.264 do, and as those without. */
const WAYS = ["nothing", "H.264, copied", "nothing", "VP8, encoded anew", "nothing"] as const;
type Way = (typeof WAYS)[number];

interface Run {
  readonly way: Way;
  /** Cores of the browser of whoever streams, and of the service with the ffmpeg that it runs. */
  readonly browser: number;
  readonly service: number;
}

test("a call that is streamed, beside the same call unstreamed", async ({ arrive }) => {
  test.setTimeout((SECONDS * WAYS.length + 300) * 1_000);
  const rtmp = await startRtmpServer("bench-rtmp");
  const runs: Run[] = [];
  try {
    await withOwnService("bench-streaming", rtmp.settings, async ({ localhost, folder }) => {
      const ada = await arrive("Ada", { origin: localhost });
      const bruno = await arrive("Bruno", { origin: localhost });
      await ada.page.addInitScript(keepFromH264);
      await ada.signIn();
      const minted = await ada.mint("Silver");
      await minted.getByRole("button", { name: "Go and meet someone" }).click();
      await bruno.comeIn();
      for (const person of [ada, bruno]) await person.meet();
      for (const person of [ada, bruno]) await person.expectPhase("live");
      for (const person of [ada, bruno]) await person.show();
      for (const person of [ada, bruno]) await person.expectClear();
      for (const [index, way] of WAYS.entries()) {
        if (way !== "nothing") await begin(ada, bruno, rtmp.address, way, `bench-${index}`);
        runs.push({ way, ...(await measure(ada, folder)) });
        if (way === "nothing") continue;
        await ada.button("End the stream").first().click();
        await ada.button("Good").first().click(BUSY);
      }
    });
  } finally {
    await rtmp.stop();
  }
  report(runs);
});

async function begin(
  one: Person,
  other: Person,
  address: string,
  way: Way,
  key: string,
): Promise<void> {
  await one.page.evaluate((without) => {
    (globalThis as { withoutH264?: boolean }).withoutH264 = without;
  }, way.startsWith("VP8"));
  await streamBoth(one, "rtmp", address, key);
  await other.button("Allow it").click();
  await expectLive(one);
}

/** In the page: its recorder says that it knows no H.264 while it is told to. */
function keepFromH264(): void {
  const supported = MediaRecorder.isTypeSupported.bind(MediaRecorder);
  MediaRecorder.isTypeSupported = (type) => {
    const { withoutH264 } = globalThis as { withoutH264?: boolean };
    return !(withoutH264 === true && /h264|avc1|mp4/.test(type)) && supported(type);
  };
}

async function measure(one: Person, folder: string): Promise<Omit<Run, "way">> {
  const before = cpuOf(folder);
  const begun = performance.now();
  const stop = await (await Sampler.of(one)).start();
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000));
  const { cpuSeconds } = await stop();
  const seconds = (performance.now() - begun) / 1_000;
  return { browser: cpuSeconds / seconds, service: (cpuOf(folder) - before) / seconds };
}

/** Of the service with this folder, and of what it has started. */
function cpuOf(folder: string): number {
  return Object.values(usageOf(folder)).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
}

function report(runs: readonly Run[]): void {
  const floor = runs.filter(({ way }) => way === "nothing");
  const [browser, service] = [
    mean(floor.map((run) => run.browser)),
    mean(floor.map((run) => run.service)),
  ];
  const rows = runs.map((run) => [
    run.way === "nothing" ? "not streamed" : run.way,
    run.browser.toFixed(2),
    (run.browser - browser).toFixed(2),
    run.service.toFixed(2),
    (run.service - service).toFixed(2),
  ]);
  const heading = [`${SECONDS} s each`, "browser, cores", "more", "service, cores", "more"];
  console.warn(`\n${table(heading, rows)}\n`);
  const results = join(root, "web", "target", "benchmarks");
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "streaming.json"), JSON.stringify(runs, null, 1));
}
